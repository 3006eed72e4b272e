#include "vm/async_generator.h"

#include "vm/call.h"
#include "vm/scheduler.h"

static void step_trace(Heap *heap, Obj *self) {
    AsyncGeneratorStep *step = (AsyncGeneratorStep *)self;
    heap_mark_object(heap, step->generator);
    heap_mark(heap, step->sent);
    heap_mark(heap, step->thrown);
}

const NativeLayout async_generator_step_layout = {"async_generator_step", sizeof(AsyncGeneratorStep),
                                                  step_trace, NULL};

Value async_iterator_get(Vm *vm, Value v) {
    if (is_kind(v, KIND_ASYNC_GENERATOR))
        return v;
    Type *type = type_of(vm, v);
    if (!type->ops.async_iter)
        return vm_raise(vm, vm->exceptions.TypeError,
                        "'async for' requires an object with __aiter__ method, got %T", v);
    Value iterator = type->ops.async_iter(vm, v);
    if (iterator != NOTHING && !is_kind(iterator, KIND_ASYNC_GENERATOR) &&
        !type_of(vm, iterator)->ops.async_next)
        return vm_raise(vm, vm->exceptions.TypeError,
                        "'async for' received an object from __aiter__ that does not implement __anext__: %T",
                        iterator);
    return iterator;
}

Value async_next_get(Vm *vm, Value iterator) {
    Type *type = type_of(vm, iterator);
    if (!type->ops.async_next)
        return vm_raise(vm, vm->exceptions.TypeError,
                        "'async for' requires an iterator with __anext__ method, got %T", iterator);
    heap_write_barrier_values(vm->heap, &iterator, 1);
    Value next = type->ops.async_next(vm, iterator);
    if (next == NOTHING)
        return NOTHING;
    Value awaitable = awaitable_get(vm, next, 0);
    if (awaitable == NOTHING && vm_exception_is(vm, vm->exceptions.TypeError)) {
        Value cause = vm_take_exception(vm);
        vm_raise(vm, vm->exceptions.TypeError, "'async for' received an invalid object from __anext__: %T",
                 next);
        AS(Exception, vm->thread->exception)->cause = AS(Exception, vm->thread->exception)->context = cause;
        AS(Exception, vm->thread->exception)->suppress_context = true;
    }
    return awaitable;
}

/* An asynchronous generator is busy from the moment a step of it is awaited until that step has its item,
 * even while it is suspended at an await of its own. */
static bool is_busy(const Generator *generator) {
    return generator->state == GENERATOR_RUNNING || generator->delegator || generator->delegate != NOTHING;
}

bool async_generator_check_idle(Vm *vm, Generator *generator, const char *operation) {
    if (!is_busy(generator))
        return true;
    vm_raise(vm, vm->exceptions.RuntimeError, "%s(): asynchronous generator is already running", operation);
    return false;
}

Value async_step_new(Vm *vm, Generator *generator, GeneratorLink link, Value sent, Value thrown) {
    Type *type = link == LINK_ASEND ? vm->async_step_type : vm->async_throw_type;
    AsyncGeneratorStep *step = heap_allocate(vm->heap, sizeof *step, KIND_NATIVE, type);
    step->generator = generator;
    step->link = link;
    step->sent = sent;
    step->thrown = thrown;
    step->state = GENERATOR_CREATED;
    return object_value(step);
}

static const char *operation_of(const AsyncGeneratorStep *step) {
    return step->link == LINK_ACLOSE   ? "aclose"
           : step->link == LINK_ATHROW ? "athrow"
           : step->sent == NONE        ? "anext"
                                       : "asend";
}

bool async_step_begin_throwing(Vm *vm, AsyncGeneratorStep *step) {
    step->state = GENERATOR_FINISHED;
    return async_generator_check_idle(vm, step->generator, operation_of(step));
}

bool async_step_begin(Vm *vm, AsyncGeneratorStep *step, bool *done) {
    Generator *generator = step->generator;
    if (step->state != GENERATOR_CREATED) {
        vm_raise(vm, vm->exceptions.RuntimeError, "cannot reuse already awaited %s",
                 step->link == LINK_ASEND ? "__anext__()/asend()" : "aclose()/athrow()");
        return false;
    }
    step->state = GENERATOR_FINISHED;
    if (!async_generator_check_idle(vm, generator, operation_of(step)))
        return false;
    if (generator->state == GENERATOR_CREATED && step->link == LINK_ACLOSE)
        generator_set_finished(vm, generator);
    if (generator->state == GENERATOR_FINISHED) {
        if (step->link == LINK_ASEND) {
            vm_raise(vm, vm->exceptions.StopAsyncIteration, NULL);
            return false;
        }
        *done = true;
        return true;
    }
    if (generator->aclosed && step->link != LINK_ASEND) {
        vm_raise(vm, vm->exceptions.StopAsyncIteration, NULL);
        return false;
    }
    generator->aclosed |= step->link == LINK_ACLOSE;
    if (generator->state == GENERATOR_CREATED && step->link == LINK_ASEND && step->sent != NONE) {
        vm_raise(vm, vm->exceptions.TypeError, "can't send non-None value to a just-started async generator");
        return false;
    }
    async_generator_hook(vm, generator);
    return true;
}

void async_generator_hook(Vm *vm, Generator *generator) {
    if (generator->hooked || !vm->thread->running_loop)
        return;
    generator->hooked = true;
    scheduler_async_generator_begun(vm, generator);
}

void async_generator_drop(Vm *vm, Generator *generator) {
    if (generator->state == GENERATOR_SUSPENDED && generator->hooked && vm->thread->running_loop)
        scheduler_async_generator_dropped(vm, generator);
}
