/* A frame is a function, a program counter and its registers.
 *
 * The frames of plain calls lie one after another on the thread's stack (which never moves); a generator's
 * frame lies in the generator. `back` is the frame that control returns to, `on_return` says what becomes of
 * the result there. */
#ifndef BIDE_VM_FRAME_H
#define BIDE_VM_FRAME_H

#include "vm/function.h"
#include "vm/heap.h"
#include "vm/string.h"

/* What happens to a frame's result when it returns (and, for generators, yields or raises). */
typedef enum ReturnMode {
    RETURN_TO_REGISTER, /* a call: into *result */
    RETURN_INSTANCE,    /* __init__: must be None; *result already holds the instance, in a call's R[a] */
    RETURN_TO_NATIVE,   /* leave the loop: who entered it takes the result */
    RETURN_TO_WALK,     /* a generator that native code walks over: see generator_for_each() */
    RETURN_FROM_FOR,  /* a for loop resumed a generator: yield goes into *result, return takes the loop's jump
                       */
    RETURN_FROM_SEND, /* next(), send(), throw(): yield goes into *result, return raises StopIteration */
    RETURN_FROM_NEXT_DEFAULT, /* next(g, default): return puts the default there, which waits in R[a] */
    RETURN_FROM_CLOSE,        /* close(): yield is an error, return and GeneratorExit are success */
    RETURN_TO_SCHEDULER,      /* the step of a task: see task.h */
} ReturnMode;

struct Frame {
    const Instruction *pc; /* the instruction to go on with; saved whenever control leaves the frame */
    Function *function;
    Code *code;
    Frame *back;
    Value *result;
    uint8_t on_return; /* ReturnMode */
    bool in_generator; /* it lies in a Generator: see frame_generator() */
};

/* Behind thread->stack_limit there is room for a few more values: whoever fills a frame in strides may end up
 * there. */
enum { STACK_SLACK = 4 };

/* The registers lie directly behind the frame. */
static inline Value *frame_registers(Frame *frame) {
    return (Value *)(frame + 1);
}

/* What a native function asks of the loop that called it when it returns TAIL_REQUEST: to resume a generator
 * and take what comes of it as the function's result. So next(g), g.send(x), g.throw(e) and g.close() never
 * recurse in C. */
typedef struct TailRequest {
    Generator *generator;
    Value sent;          /* ignored when thrown is set */
    Value thrown;        /* an exception, or NOTHING */
    uint8_t mode;        /* RETURN_FROM_SEND, RETURN_FROM_CLOSE or RETURN_FROM_NEXT_DEFAULT */
    Value default_value; /* for RETURN_FROM_NEXT_DEFAULT */
} TailRequest;

#endif
