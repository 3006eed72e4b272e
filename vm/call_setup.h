/* How a call begins, whoever makes it: the interpreter loop goes on with the frame that was pushed, native
 * code runs the loop for it. */
#ifndef BIDE_VM_CALL_SETUP_H
#define BIDE_VM_CALL_SETUP_H

#include "vm/call.h"
#include "vm/native.h"
#include "vm/vm.h"

typedef enum CallOutcome {
    CALL_DONE,   /* *result is the result */
    CALL_FRAME,  /* *pushed is the callee's frame, ready to run; it is not yet thread->frame */
    CALL_TAIL,   /* thread->tail says which generator to resume for the result */
    CALL_RAISED, /* the exception is pending */
} CallOutcome;

/* Begins a call of anything callable. `mode` and `result` are the new frame's. A class whose __init__ is a
 * script function pushes that function's frame in mode RETURN_INSTANCE, with the instance already in *result.
 */
CallOutcome call_begin(Vm *vm, Value callee, Value *args, int argc, Tuple *keywords, ReturnMode mode,
                       Value *result, Frame **pushed);

/* A new, zeroed frame on the thread's stack; NULL: RecursionError raised. */
Frame *frame_push(Vm *vm, Function *function, ReturnMode mode, Value *result);
void frame_pop(Vm *vm, Frame *frame);

/* A generator, coroutine or asynchronous generator (by the code's flags). Its first registers hold
 * `arguments`, the others nothing. */
Generator *generator_new(Vm *vm, Function *function, const Value *arguments, int count);

/* The same, of the kind that the code says, but that nobody is told of it: neither GET_ITER, nor who asks
 * where a coroutine was made. */
__attribute__((always_inline)) static inline Generator *
generator_make(Vm *vm, Function *function, Code *code, ObjectKind kind, const Value *arguments, int count) {
    if (!heap_kind_is_suspended_code(kind))
        __builtin_unreachable(); /* so that the compiler knows which cells are meant */
    Generator *generator = heap_allocate_raw(vm->heap, generator_size(code), kind, vm->types_by_kind[kind]);
    _Static_assert(GENERATOR_CREATED == 0 && LINK_PLAIN == 0, "what is plain is zero");
    memset(&generator->state, 0, offsetof(Generator, root) - offsetof(Generator, state));
    generator->root = generator->leaf = generator;
    generator->delegator = NULL;
    generator->delegate = generator->handled = NOTHING;
    generator->frame.pc = code->instructions;
    generator->frame.function = function;
    generator->frame.code = code;
    generator->frame.back = NULL;
    generator->frame.in_generator = true;
    Value *registers = frame_registers(&generator->frame);
    int n = 0;
    for (; n < count; n++)
        registers[n] = arguments[n];
    for (; n < code->register_count; n++) {
        registers[n] = NOTHING;
        __asm__("" : "+r"(n)); /* they are few: no call of memset */
    }
    return generator;
}

/* If it is a method, is it exactly for the type of its self? */
static inline bool native_accepts_self(const NativeFunction *callee, const Value *args, int argc) {
    return !callee->owner || (argc > 0 && is_object(args[0]) && as_object(args[0])->type == callee->owner);
}

/* Is this a call of a native function that needs no binding (see NativeFunction.plain_min), and is its self,
 * if any, as it should be? */
static inline bool native_call_is_plain(const NativeFunction *callee, const Value *args, int argc) {
    return (uint32_t)(argc - callee->plain_min) <= callee->plain_more &&
           native_accepts_self(callee, args, argc);
}

/* Makes such a call. */
static inline Value native_call_plain(Vm *vm, const NativeFunction *callee, Value *args, int argc) {
    heap_write_barrier_values(vm->heap, args, argc);
    return argc < callee->plain_padded ? native_function_call_padded(vm, callee, args, argc)
                                       : callee->def->function(vm, args, argc);
}

/* False when the C stack is nearly used up: RecursionError raised. */
bool vm_enter_native(Vm *vm);

#endif
