/* asyncio.Semaphore and asyncio.BoundedSemaphore: whoever releases it hands what it released to the first
 * that waits. */
#include "stdlib/asyncio/lock.h"

typedef struct Semaphore {
    Obj head;
    WaitList waiters;
    Loop *loop;
    int64_t value;
    int64_t bound; /* -1: none */
} Semaphore;

static void semaphore_trace(Heap *heap, Obj *self) {
    wait_list_trace(heap, &((Semaphore *)self)->waiters);
    heap_mark_object(heap, ((Semaphore *)self)->loop);
}

static void semaphore_free(Vm *vm, Obj *self) {
    (void)vm;
    wait_list_free(&((Semaphore *)self)->waiters);
}

static const NativeLayout semaphore_layout = {"Semaphore", sizeof(Semaphore), semaphore_trace,
                                              semaphore_free};

/* Nobody may overtake those who wait. */
static bool is_locked(const Semaphore *semaphore) {
    if (semaphore->value == 0)
        return true;
    uint32_t place = semaphore->waiters.first;
    for (Waiter *waiter; (waiter = wait_list_next(&semaphore->waiters, &place));)
        if (!future_is_cancelled(waiter->future))
            return true;
    return false;
}

static void wake_up_next(Vm *vm, Semaphore *semaphore) {
    if (wait_list_wake_first(vm, &semaphore->waiters))
        semaphore->value--;
}

static ResumeResult acquire_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Waiter *self = (Waiter *)base;
    Semaphore *semaphore = (Semaphore *)self->owner;
    (void)sent;
    if (base->step == 0) {
        if (!is_locked(semaphore)) {
            semaphore->value--;
            *result = self->extra;
            return RESUME_RETURNED;
        }
        if (!waiter_join(vm, self, &semaphore->waiters, &semaphore->loop))
            return RESUME_RAISED;
        base->step = 1;
    }
    ResumeResult outcome = waiter_step(vm, self, thrown, result);
    if (outcome == RESUME_YIELDED)
        return outcome;
    wait_list_remove(&semaphore->waiters, self);
    if (outcome == RESUME_RAISED) {
        if (vm_exception_is(vm, vm->exceptions.CancelledError) && !future_is_cancelled(self->future)) {
            /* It had been handed one before it was cancelled. */
            Value cancelled = vm_take_exception(vm);
            semaphore->value++;
            wake_up_next(vm, semaphore);
            vm->thread->exception = cancelled;
        }
        return outcome;
    }
    if (semaphore->value > 0)
        wake_up_next(vm, semaphore);
    *result = self->extra;
    return RESUME_RETURNED;
}

static void acquire_describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    Semaphore *semaphore = (Semaphore *)((Waiter *)base)->owner;
    builder_format(vm, out, "%T.acquire(), value %l", object_value(semaphore), (int64_t)semaphore->value);
}

static const NativeCoroutineDef acquire_def = {"Semaphore.acquire", sizeof(Waiter), acquire_resume,
                                               waiter_trace, acquire_describe};
static const NativeCoroutineDef enter_def = {"_ContextManagerMixin.__aenter__", sizeof(Waiter),
                                             acquire_resume, waiter_trace, acquire_describe};

static bool release(Vm *vm, Semaphore *semaphore) {
    if (semaphore->bound >= 0 && semaphore->value >= semaphore->bound) {
        vm_raise(vm, vm->exceptions.ValueError, "BoundedSemaphore released too many times");
        return false;
    }
    semaphore->value++;
    wake_up_next(vm, semaphore);
    return !vm_has_exception(vm);
}

/* ---- Methods ---- */

static Semaphore *self_of(const Value *args) {
    return AS(Semaphore, args[0]);
}

static Value new_acquire(Vm *vm, Semaphore *semaphore, const NativeCoroutineDef *def, Value result) {
    Waiter *waiter = waiter_new(vm, def, semaphore);
    waiter->extra = result;
    return object_value(waiter);
}

static Value method_acquire(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_acquire(vm, self_of(args), &acquire_def, TRUE_VALUE);
}

static Value method_release(Vm *vm, Value *args, int argc) {
    (void)argc;
    return release(vm, self_of(args)) ? NONE : NOTHING;
}

static Value method_locked(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(is_locked(self_of(args)));
}

static Value method_enter(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value own = overridden_enter(vm, args[0]);
    return own != NOTHING ? own : new_acquire(vm, self_of(args), &enter_def, NONE);
}

static ResumeResult exit_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    (void)sent, (void)thrown, (void)result;
    return release(vm, (Semaphore *)((Waiter *)base)->owner) ? RESUME_RETURNED : RESUME_RAISED;
}

static const NativeCoroutineDef exit_def = {"_ContextManagerMixin.__aexit__", sizeof(Waiter), exit_resume,
                                            waiter_trace, NULL};

static Value method_exit(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value own = overridden_exit(vm, args[0]);
    return own != NOTHING ? own : object_value(waiter_new(vm, &exit_def, self_of(args)));
}

static Value acquire_await(Vm *vm, Value *args, int argc) {
    Semaphore *semaphore = self_of(args);
    (void)vm, (void)argc;
    if (is_locked(semaphore))
        return NOTHING;
    semaphore->value--;
    return TRUE_VALUE;
}

static Value enter_await(Vm *vm, Value *args, int argc) {
    return acquire_await(vm, args, argc) == NOTHING ? NOTHING : NONE;
}

static Value exit_await(Vm *vm, Value *args, int argc) {
    Semaphore *semaphore = self_of(args);
    (void)argc;
    if (semaphore->bound >= 0 || !asyncio_can_wake(semaphore->loop))
        return NOTHING;
    release(vm, semaphore);
    return NONE;
}

static const NativeDef methods[] = {
    {"acquire", method_acquire, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"release", method_release, 1, 1, 0, NULL},
    {"locked", method_locked, 1, 1, 0, NULL},
    {"__aenter__", method_enter, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"__aexit__", method_exit, 4, 4, NATIVE_COROUTINE_FUNCTION, NULL},
    END_OF_FUNCTIONS,
};

static Value get_value(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Semaphore, self)->value);
}

static const NativePropertyDef properties[] = {
    {"_value", get_value, NULL},
    END_OF_PROPERTIES,
};

static Value semaphore_repr(Vm *vm, Value self) {
    Semaphore *semaphore = AS(Semaphore, self);
    StringBuilder out;
    builder_init(&out);
    asyncio_write_object(vm, self, &out);
    if (is_locked(semaphore))
        builder_add_c(&out, " [locked");
    else
        builder_format(vm, &out, " [unlocked, value:%l", semaphore->value);
    if (semaphore->waiters.count > 0)
        builder_format(vm, &out, ", waiters:%d", (int)semaphore->waiters.count);
    builder_add_c(&out, "]>");
    return builder_finish(vm, &out);
}

static bool initialize_named(Vm *vm, const char *name, Value self, Value *args, int argc, Tuple *keywords) {
    Value given[1];
    Semaphore *semaphore = AS(Semaphore, self);
    if (!arguments_bind_initializer(vm, name, "value", 0, args, argc, keywords, given))
        return false;
    semaphore->value = 1;
    if (given[0] != NOTHING) {
        int negative = value_compare_truth(vm, CMP_LT, given[0], small_int(0));
        if (negative > 0)
            vm_raise(vm, vm->exceptions.ValueError, "Semaphore initial value must be >= 0");
        if (negative != 0 || !value_to_index(vm, given[0], &semaphore->value))
            return false;
    }
    semaphore->bound = -1;
    return true;
}

static bool initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    return initialize_named(vm, "Semaphore.__init__", self, args, argc, keywords);
}

static bool initialize_bounded(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    if (!initialize_named(vm, "BoundedSemaphore.__init__", self, args, argc, keywords))
        return false;
    AS(Semaphore, self)->bound = AS(Semaphore, self)->value;
    return true;
}

static const TypeDef semaphore_def = {
    .name = "Semaphore",
    .module = "asyncio.locks",
    .kind = KIND_NATIVE,
    .layout = &semaphore_layout,
    .size = sizeof(Semaphore),
    .flags = TYPE_LIKE_SCRIPT,
    .ops = {.repr = semaphore_repr},
    .create = create_plain,
    .initialize = initialize,
    .methods = methods,
    .properties = properties,
};

static const TypeDef bounded_semaphore_def = {
    .name = "BoundedSemaphore",
    .module = "asyncio.locks",
    .kind = KIND_NATIVE,
    .layout = &semaphore_layout,
    .size = sizeof(Semaphore),
    .initialize = initialize_bounded,
};

void semaphore_setup(Vm *vm, Module *module) {
    Type *semaphore = asyncio_add_type(vm, module, &semaphore_def, NULL);
    asyncio_set_await(vm, semaphore->namespace, "acquire", acquire_await);
    asyncio_set_await(vm, semaphore->namespace, "__aenter__", enter_await);
    asyncio_set_await(vm, semaphore->namespace, "__aexit__", exit_await);
    asyncio_add_type(vm, module, &bounded_semaphore_def, semaphore);
}
