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
