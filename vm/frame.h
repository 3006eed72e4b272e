/* A frame is a function, a program counter and its registers; the Thread is what one line of execution needs.
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
    RETURN_INSTANCE,    /* __init__: must be None; *result already holds the instance */
    RETURN_TO_NATIVE,   /* leave the loop: who entered it takes the result */
    RETURN_FROM_FOR,  /* a for loop resumed a generator: yield goes into *result, return takes the loop's jump
                       */
    RETURN_FROM_SEND, /* next(), send(), throw(): yield goes into *result, return raises StopIteration */
    RETURN_FROM_CLOSE,        /* close(): yield is an error, return and GeneratorExit are success */
    RETURN_FROM_NEXT_DEFAULT, /* next(g, default): return puts the default, waiting in *result, there */
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

typedef struct Thread {
    Vm *vm;
    Frame *frame;       /* the innermost one */
    Value *stack;       /* frames of plain calls, from here... */
    Value *stack_top;   /* ...to here (where the next one goes)... */
    Value *stack_limit; /* ...and no further */
    Value exception;    /* pending: being raised; NOTHING: none */
    Value handled;      /* being handled (sys.exc_info); NONE: none */
    Value base_handled; /* what the driver of the running chain of generators is handling; NONE outside of
                           chains */
    int depth;          /* script calls, against vm->recursion_limit */
    char *native_limit; /* lowest address the C stack may reach */
    Value *roots;       /* temporaries of native code: see vm_root */
    size_t root_count, root_capacity;
    TailRequest tail;
    Generator *newest_generator;        /* made last; compared only, may be dead */
    Value context;                      /* where no task or handle runs: see context.h */
    struct ContextEntry *context_entry; /* the innermost one */
    struct Task *current_task;
    struct Loop *running_loop; /* the event loop that runs on this thread */
} Thread;

#endif
