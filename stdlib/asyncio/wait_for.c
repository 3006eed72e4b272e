/* asyncio.wait_for(): the awaitable becomes a task, and a future of one's own is released by whichever comes
 * first, the end of the task or the timeout. Cancelling the task is waited for, so that nothing goes on
 * behind the caller's back. */
#include "stdlib/asyncio/asyncio.h"

typedef struct WaitFor {
    NativeCoroutine base; /* head.aux: the timer */
    Value awaitable;      /* then: what it delegates to, without a timeout */
    Value timeout;
    Future *future; /* of the awaitable */
    Future
        *waiter; /* released by the timer, the end of `future`, or, once it is cancelled, by its end alone */
    Future *timer_waiter; /* the first waiter: what the timer releases */
    Value cancelled;      /* the CancelledError to be raised when `future` is done at last */
} WaitFor;

enum { CREATED, DELEGATES, WAITS, CANCELS_LATE, CANCELS_CANCELLED };

static void cancel_timer(Vm *vm, WaitFor *self) {
    if (self->timer_waiter)
        event_loop_cancel_timer_of(vm, self->timer_waiter->loop, self->base.head.aux,
                                   ready_target(READY_RELEASE, self->timer_waiter));
}

static bool wait_for_end(Vm *vm, WaitFor *self, Loop *loop) {
    self->waiter = future_new(vm, loop);
    return future_add_callback(vm, self->future, ready_target(READY_RELEASE, self->waiter));
}

static void stop_waiting(Vm *vm, WaitFor *self) {
    future_remove_callback(vm, self->future, ready_target(READY_RELEASE, self->waiter));
}

/* Cancels the future and waits for its end. */
static ResumeResult cancel_and_wait(Vm *vm, WaitFor *self, int step, Value *result) {
    self->base.step = step;
    if (!wait_for_end(vm, self, self->future->loop) || future_cancel(vm, self->future, NONE) < 0)
        return RESUME_RAISED;
    return future_step(vm, object_value(self->waiter), NOTHING, result);
}

static ResumeResult return_result(Vm *vm, WaitFor *self, Value *result) {
    cancel_timer(vm, self);
    *result = future_result(vm, self->future);
    return *result == NOTHING ? RESUME_RAISED : RESUME_RETURNED;
}

/* The same while a CancelledError of one's own is being handled. */
static ResumeResult return_result_instead(Vm *vm, WaitFor *self, Value *result) {
    Value outer = vm->thread->handled;
    vm->thread->handled = self->cancelled;
    ResumeResult outcome = return_result(vm, self, result);
    vm->thread->handled = outer;
    return outcome;
}

static ResumeResult begin(Vm *vm, WaitFor *self, Value *result) {
    Loop *loop = asyncio_running_loop(vm);
    double timeout;
    if (!loop)
        return RESUME_RAISED;
    if (self->timeout == NONE) {
        Value inner;
        if (!asyncio_await_begin(vm, self->awaitable, &inner))
            return RESUME_RAISED;
        self->awaitable = inner;
        self->base.step = DELEGATES;
        return asyncio_await_step(vm, inner, NONE, NOTHING, result);
    }
    if (!asyncio_seconds_argument(vm, self->timeout, &timeout))
        return RESUME_RAISED;
    if (timeout <= 0) {
        self->future = asyncio_ensure_future(vm, self->awaitable, loop);
        if (!self->future)
            return RESUME_RAISED;
        if (future_is_done(self->future))
            return return_result(vm, self, result);
        return cancel_and_wait(vm, self, CANCELS_LATE, result);
    }
    Future *waiter = self->timer_waiter = future_new(vm, loop);
    self->base.head.aux = event_loop_set_timer(vm, loop, event_loop_time(vm) + timeout,
                                               ready_target(READY_RELEASE, waiter), NONE);
    self->future = asyncio_ensure_future(vm, self->awaitable, loop);
    self->waiter = waiter;
    if (!self->future || !future_add_callback(vm, self->future, ready_target(READY_RELEASE, waiter))) {
        cancel_timer(vm, self);
        return RESUME_RAISED;
    }
    self->base.step = WAITS;
    return future_step(vm, object_value(waiter), NOTHING, result);
}

/* The first waiting is over: the future is done, or it is too late, or this coroutine was cancelled. */
static ResumeResult after_waiting(Vm *vm, WaitFor *self, bool raised, Value *result) {
    if (raised && !vm_exception_is(vm, vm->exceptions.CancelledError)) {
        cancel_timer(vm, self);
        return RESUME_RAISED;
    }
    if (raised)
        self->cancelled = vm_take_exception(vm);
    if (future_is_done(self->future))
        return raised ? return_result_instead(vm, self, result) : return_result(vm, self, result);
    stop_waiting(vm, self);
    return cancel_and_wait(vm, self, raised ? CANCELS_CANCELLED : CANCELS_LATE, result);
}

/* The future was cancelled because of the timeout, and is done: mostly it is a TimeoutError. */
static ResumeResult after_timeout(Vm *vm, WaitFor *self, Value *result) {
    if (return_result(vm, self, result) == RESUME_RETURNED)
        return RESUME_RETURNED;
    if (vm_exception_is(vm, vm->exceptions.CancelledError)) {
        Value cause = vm_take_exception(vm);
        vm_raise(vm, vm->exceptions.TimeoutError, NULL);
        Exception *error = AS(Exception, vm->thread->exception);
        error->cause = error->context = cause;
        error->suppress_context = true;
    }
    return RESUME_RAISED;
}

static ResumeResult resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    WaitFor *self = (WaitFor *)base;
    if (base->step == CREATED)
        return begin(vm, self, result);
    if (base->step == DELEGATES)
        return asyncio_await_step(vm, self->awaitable, sent, thrown, result);
    Value outer = vm->thread->handled;
    if (base->step == CANCELS_CANCELLED)
        vm->thread->handled = self->cancelled;
    ResumeResult outcome = future_step(vm, object_value(self->waiter), thrown, result);
    vm->thread->handled = outer;
    if (outcome == RESUME_YIELDED)
        return outcome;
    if (base->step == WAITS)
        return after_waiting(vm, self, outcome == RESUME_RAISED, result);
    stop_waiting(vm, self);
    if (outcome == RESUME_RAISED) {
        cancel_timer(vm, self);
        return outcome;
    }
    if (base->step == CANCELS_LATE)
        return after_timeout(vm, self, result);
    cancel_timer(vm, self);
    vm->thread->exception = self->cancelled;
    return RESUME_RAISED;
}

static void trace(Heap *heap, NativeCoroutine *base) {
    WaitFor *self = (WaitFor *)base;
    heap_mark(heap, self->awaitable);
    heap_mark(heap, self->timeout);
    heap_mark(heap, self->cancelled);
    heap_mark_object(heap, self->future);
    heap_mark_object(heap, self->waiter);
    heap_mark_object(heap, self->timer_waiter);
}

static void describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    WaitFor *self = (WaitFor *)base;
    builder_add_c(out, "wait_for(");
    if (self->future)
        scheduler_describe_future(vm, object_value(self->future), out);
    else
        builder_add_c(out, "...");
    builder_format(vm, out, ", %R)", self->timeout);
}

static const NativeCoroutineDef wait_for_def = {"wait_for", sizeof(WaitFor), resume, trace, describe};

Future *wait_for_awaited(const NativeCoroutine *coroutine) {
    return coroutine->def == &wait_for_def ? ((const WaitFor *)coroutine)->future : NULL;
}

Value asyncio_awaited_by_wait_for(const NativeCoroutine *coroutine) {
    return coroutine->def == &wait_for_def && coroutine->step == DELEGATES
               ? ((const WaitFor *)coroutine)->awaitable
               : NONE;
}

Value asyncio_wait_for(Vm *vm, Value *args, int argc) {
    (void)argc;
    WaitFor *self = native_coroutine_new(vm, &wait_for_def);
    self->awaitable = args[0];
    self->timeout = args[1];
    return object_value(self);
}
