/* asyncio.Lock: whoever releases it wakes the first that waits, and the lock is free until that one runs. */
#include "stdlib/asyncio/lock.h"

static void lock_trace(Heap *heap, Obj *self) {
    Lock *lock = (Lock *)self;
    wait_list_trace(heap, &lock->waiters);
    heap_mark_object(heap, lock->loop);
    heap_mark_object(heap, lock->holder);
}

static void lock_free(Vm *vm, Obj *self) {
    (void)vm;
    wait_list_free(&((Lock *)self)->waiters);
}

const NativeLayout lock_layout = {"Lock", sizeof(Lock), lock_trace, lock_free};

Lock *lock_new(Vm *vm) {
    return type_allocate(vm, asyncio_types(vm)->lock);
}

Value create_plain(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    return object_value(type_allocate(vm, type));
}

bool initialize_without_arguments(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    (void)args;
    if (argc == 0)
        return true;
    if (keywords && keywords->count > 0)
        vm_raise(vm, vm->exceptions.TypeError, "%T.__init__() got an unexpected keyword argument '%S'", self,
                 AS(String, keywords->items[0]));
    else
        vm_raise(vm, vm->exceptions.TypeError, "%T.__init__() takes 1 positional argument but %d were given",
                 self, argc + 1);
    return false;
}

/* ---- acquire() ---- */

static bool all_cancelled(const WaitList *list) {
    uint32_t place = list->first;
    for (Waiter *waiter; (waiter = wait_list_next(list, &place));)
        if (!future_is_cancelled(waiter->future))
            return false;
    return true;
}

static void take(Vm *vm, Lock *lock) {
    lock->locked = true;
    lock->holder = vm->thread->current_task;
}

/* Only the first that waits may go on; when it has been told so already, nobody else is. */
static void wake_up_first(Vm *vm, Lock *lock) {
    uint32_t place = lock->waiters.first;
    Waiter *waiter = wait_list_next(&lock->waiters, &place);
    if (waiter && !future_is_done(waiter->future))
        future_set_result(vm, waiter->future, TRUE_VALUE);
}

static ResumeResult acquire_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Waiter *self = (Waiter *)base;
    Lock *lock = (Lock *)self->owner;
    (void)sent;
    if (base->step == 0) {
        if (!lock->locked && (lock->waiters.count == 0 || all_cancelled(&lock->waiters))) {
            take(vm, lock);
            *result = self->extra;
            return RESUME_RETURNED;
        }
        if (!waiter_join(vm, self, &lock->waiters, &lock->loop))
            return RESUME_RAISED;
        base->step = 1;
    }
    ResumeResult outcome = waiter_step(vm, self, thrown, result);
    if (outcome == RESUME_YIELDED)
        return outcome;
    wait_list_remove(&lock->waiters, self);
    if (outcome == RESUME_RAISED) {
        if (!lock->locked && vm_exception_is(vm, vm->exceptions.CancelledError)) {
            Value cancelled = vm_take_exception(vm);
            wake_up_first(vm, lock);
            vm->thread->exception = cancelled;
        }
        return outcome;
    }
    take(vm, lock);
    *result = self->extra;
    return RESUME_RETURNED;
}

void lock_describe_holder(Vm *vm, const Lock *lock, StringBuilder *out) {
    if (lock->holder)
        builder_format(vm, out, ", held by %S%s", task_name(vm, lock->holder),
                       future_is_done(&lock->holder->future) ? ", which has ended" : "");
}

static void acquire_describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    Lock *lock = (Lock *)((Waiter *)base)->owner;
    builder_add_c(out, "Lock.acquire()");
    lock_describe_holder(vm, lock, out);
}

static const NativeCoroutineDef acquire_def = {"Lock.acquire", sizeof(Waiter), acquire_resume, waiter_trace,
                                               acquire_describe};
static const NativeCoroutineDef enter_def = {"_ContextManagerMixin.__aenter__", sizeof(Waiter),
                                             acquire_resume, waiter_trace, acquire_describe};

Lock *lock_awaited(const NativeCoroutine *coroutine) {
    bool acquires = coroutine->def == &acquire_def || coroutine->def == &enter_def;
    return acquires ? (Lock *)((const Waiter *)coroutine)->owner : NULL;
}

static Value new_acquire(Vm *vm, Lock *lock, const NativeCoroutineDef *def, Value result) {
    Waiter *waiter = waiter_new(vm, def, lock);
    waiter->extra = result;
    return object_value(waiter);
}

Value lock_acquire(Vm *vm, Lock *lock) {
    return new_acquire(vm, lock, &acquire_def, TRUE_VALUE);
}

bool lock_release(Vm *vm, Lock *lock) {
    if (!lock->locked) {
        vm_raise(vm, vm->exceptions.RuntimeError, "Lock is not acquired.");
        return false;
    }
    lock->locked = false;
    heap_write_barrier(vm->heap, lock);
    lock->holder = NULL;
    wake_up_first(vm, lock);
    return !vm_has_exception(vm);
}

/* ---- acquire() and release() that a class has of its own ---- */

typedef struct OverriddenStep {
    NativeCoroutine base;
    Value self, method;
    Value inner; /* of what the method returned */
} OverriddenStep;

static ResumeResult overridden_enter_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown,
                                            Value *result) {
    OverriddenStep *step = (OverriddenStep *)base;
    if (base->step == 0) {
        Value awaitable = vm_call1(vm, step->method, step->self);
        if (awaitable == NOTHING || !asyncio_await_begin(vm, awaitable, &step->inner))
            return RESUME_RAISED;
        base->step = 1;
    }
    ResumeResult outcome = asyncio_await_step(vm, step->inner, sent, thrown, result);
    if (outcome == RESUME_RETURNED)
        *result = NONE;
    return outcome;
}

static ResumeResult overridden_exit_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown,
                                           Value *result) {
    OverriddenStep *step = (OverriddenStep *)base;
    (void)sent, (void)thrown, (void)result;
    return vm_call1(vm, step->method, step->self) == NOTHING ? RESUME_RAISED : RESUME_RETURNED;
}

static void overridden_trace(Heap *heap, NativeCoroutine *base) {
    heap_mark(heap, ((OverriddenStep *)base)->self);
    heap_mark(heap, ((OverriddenStep *)base)->method);
    heap_mark(heap, ((OverriddenStep *)base)->inner);
}

static const NativeCoroutineDef overridden_enter_def = {"_ContextManagerMixin.__aenter__",
                                                        sizeof(OverriddenStep), overridden_enter_resume,
                                                        overridden_trace, NULL};
static const NativeCoroutineDef overridden_exit_def = {
    "_ContextManagerMixin.__aexit__", sizeof(OverriddenStep), overridden_exit_resume, overridden_trace, NULL};

static Value overridden_step(Vm *vm, Value self, const char *name, const NativeCoroutineDef *def) {
    Value method = asyncio_overridden(vm, self, name);
    if (method == NOTHING)
        return NOTHING;
    OverriddenStep *step = native_coroutine_new(vm, def);
    step->self = self;
    step->method = method;
    return object_value(step);
}

Value overridden_enter(Vm *vm, Value self) {
    return overridden_step(vm, self, "acquire", &overridden_enter_def);
}

Value overridden_exit(Vm *vm, Value self) {
    return overridden_step(vm, self, "release", &overridden_exit_def);
}

/* ---- Methods ---- */

static Lock *self_of(const Value *args) {
    return AS(Lock, args[0]);
}

static Value method_acquire(Vm *vm, Value *args, int argc) {
    (void)argc;
    return lock_acquire(vm, self_of(args));
}

static Value acquire_await(Vm *vm, Value *args, int argc) {
    Lock *lock = self_of(args);
    (void)argc;
    if (lock->locked || lock->waiters.count > 0)
        return NOTHING;
    take(vm, lock);
    return TRUE_VALUE;
}

static Value method_release(Vm *vm, Value *args, int argc) {
    (void)argc;
    return lock_release(vm, self_of(args)) ? NONE : NOTHING;
}

static Value method_locked(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->locked);
}

Value lock_enter(Vm *vm, Lock *lock) {
    return new_acquire(vm, lock, &enter_def, NONE);
}

static Value method_enter(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value own = overridden_enter(vm, args[0]);
    return own != NOTHING ? own : lock_enter(vm, self_of(args));
}

static Value enter_await(Vm *vm, Value *args, int argc) {
    return acquire_await(vm, args, argc) == NOTHING ? NOTHING : NONE;
}

static ResumeResult exit_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    (void)sent, (void)thrown, (void)result;
    return lock_release(vm, (Lock *)((Waiter *)base)->owner) ? RESUME_RETURNED : RESUME_RAISED;
}

static const NativeCoroutineDef exit_def = {"_ContextManagerMixin.__aexit__", sizeof(Waiter), exit_resume,
                                            waiter_trace, NULL};

Value lock_exit(Vm *vm, Lock *lock) {
    return object_value(waiter_new(vm, &exit_def, lock));
}

static Value method_exit(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value own = overridden_exit(vm, args[0]);
    return own != NOTHING ? own : lock_exit(vm, self_of(args));
}

static Value exit_await(Vm *vm, Value *args, int argc) {
    Lock *lock = self_of(args);
    (void)argc;
    return lock->locked && asyncio_can_wake(lock->loop) && lock_release(vm, lock) ? NONE : NOTHING;
}

static const NativeDef methods[] = {
    {"acquire", method_acquire, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"release", method_release, 1, 1, 0, NULL},
    {"locked", method_locked, 1, 1, 0, NULL},
    {"__aenter__", method_enter, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"__aexit__", method_exit, 4, 4, NATIVE_COROUTINE_FUNCTION, NULL},
    END_OF_FUNCTIONS,
};

static Value lock_repr(Vm *vm, Value self) {
    Lock *lock = AS(Lock, self);
    StringBuilder out;
    builder_init(&out);
    asyncio_write_object(vm, self, &out);
    builder_add_c(&out, lock->locked ? " [locked" : " [unlocked");
    if (lock->waiters.count > 0)
        builder_format(vm, &out, ", waiters:%d", (int)lock->waiters.count);
    builder_add_c(&out, "]>");
    return builder_finish(vm, &out);
}

static const TypeDef lock_def = {
    .name = "Lock",
    .module = "asyncio.locks",
    .kind = KIND_NATIVE,
    .layout = &lock_layout,
    .size = sizeof(Lock),
    .flags = TYPE_LIKE_SCRIPT,
    .ops = {.repr = lock_repr},
    .create = create_plain,
    .initialize = initialize_without_arguments,
    .methods = methods,
};

void lock_setup(Vm *vm, Module *module) {
    Type *lock = asyncio_types(vm)->lock = asyncio_add_type(vm, module, &lock_def, NULL);
    asyncio_set_await(vm, lock->namespace, "acquire", acquire_await);
    asyncio_set_await(vm, lock->namespace, "__aenter__", enter_await);
    asyncio_set_await(vm, lock->namespace, "__aexit__", exit_await);
}
