/* Built-in functions for asynchronous iteration: aiter, anext. */
#include "stdlib/builtins.h"
#include "vm/delegation.h"

Value builtin_aiter(Vm *vm, Value *args, int argc) {
    (void)argc;
    Type *type = type_of(vm, args[0]);
    if (!type->ops.async_iter)
        return vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not an async iterable", args[0]);
    Value iterator = type->ops.async_iter(vm, args[0]);
    if (iterator != NOTHING && !type_of(vm, iterator)->ops.async_next)
        return vm_raise(vm, vm->exceptions.TypeError, "aiter() returned not an async iterator of type '%T'",
                        iterator);
    return iterator;
}

/* What anext(iterator, default) returns: it awaits the next item, and gives the default where there is none.
 */
typedef struct NextOrDefault {
    NativeCoroutine base;
    Value awaitable, inner, otherwise;
} NextOrDefault;

static ResumeResult resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    NextOrDefault *self = (NextOrDefault *)base;
    if (base->step == 0) {
        self->inner = awaitable_get(vm, self->awaitable, 0);
        if (self->inner == NOTHING)
            return RESUME_RAISED;
        base->step = 1;
    }
    ResumeResult outcome = delegate_step(vm, self->inner, sent, thrown, result);
    if (outcome != RESUME_RAISED || !vm_exception_is(vm, vm->exceptions.StopAsyncIteration))
        return outcome;
    vm_clear_exception(vm);
    *result = self->otherwise;
    return RESUME_RETURNED;
}

static void trace(Heap *heap, NativeCoroutine *base) {
    NextOrDefault *self = (NextOrDefault *)base;
    heap_mark(heap, self->awaitable);
    heap_mark(heap, self->inner);
    heap_mark(heap, self->otherwise);
}

static const NativeCoroutineDef next_or_default_def = {"anext", sizeof(NextOrDefault), resume, trace, NULL};

Value builtin_anext(Vm *vm, Value *args, int argc) {
    Type *type = type_of(vm, args[0]);
    if (!type->ops.async_next)
        return vm_raise(vm, vm->exceptions.TypeError, "'%T' object is not an async iterator", args[0]);
    Value awaitable = type->ops.async_next(vm, args[0]);
    if (awaitable == NOTHING || argc < 2)
        return awaitable;
    NextOrDefault *next = native_coroutine_new(vm, &next_or_default_def);
    next->awaitable = awaitable;
    next->otherwise = args[1];
    return object_value(next);
}
