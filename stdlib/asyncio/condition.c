/* asyncio.Condition: waiting gives the lock away and takes it again. */
#include "stdlib/asyncio/condition.h"

static void condition_trace(Heap *heap, Obj *self) {
    Condition *condition = (Condition *)self;
    wait_list_trace(heap, &condition->waiters);
    heap_mark_object(heap, condition->loop);
    heap_mark_object(heap, condition->lock);
}

static void condition_free(Vm *vm, Obj *self) {
    (void)vm;
    wait_list_free(&((Condition *)self)->waiters);
}

static const NativeLayout condition_layout = {"Condition", sizeof(Condition), condition_trace,
                                              condition_free};

/* ---- wait() ---- */

typedef struct ConditionWait {
    Waiter waiter;   /* extra: the exception that ended the waiting, to be raised when the lock is held again;
                        NOTHING: none */
    Value acquiring; /* the coroutine that takes the lock again */
    bool cancelled;  /* while taking it */
} ConditionWait;

enum { WAIT_CREATED, WAIT_WAITS, WAIT_ACQUIRES };

/* Takes the lock again, however often that is cancelled. */
static ResumeResult acquire_again(Vm *vm, ConditionWait *self, Value thrown, Value *result) {
    Condition *condition = (Condition *)self->waiter.owner;
    for (;;) {
        ResumeResult outcome = generator_resume(vm, self->acquiring, NONE, thrown, result);
        thrown = NOTHING;
        if (outcome == RESUME_YIELDED)
            return outcome;
        if (outcome == RESUME_RETURNED)
            break;
        if (!vm_exception_is(vm, vm->exceptions.CancelledError))
            return outcome;
        vm_clear_exception(vm);
        self->cancelled = true;
        self->acquiring = lock_acquire(vm, condition->lock);
    }
    if (self->cancelled) {
        vm_raise(vm, vm->exceptions.CancelledError, NULL);
        return RESUME_RAISED;
    }
    if (self->waiter.extra != NOTHING) {
        vm->thread->exception = self->waiter.extra;
        return RESUME_RAISED;
    }
    *result = TRUE_VALUE;
    return RESUME_RETURNED;
}

static bool check_locked(Vm *vm, const Condition *condition, const char *operation) {
    if (condition->lock->locked)
        return true;
    vm_raise(vm, vm->exceptions.RuntimeError, "cannot %s on un-acquired lock", operation);
    return false;
}

static ResumeResult wait_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    ConditionWait *self = (ConditionWait *)base;
    Condition *condition = (Condition *)self->waiter.owner;
    (void)sent;
    if (base->step == WAIT_ACQUIRES)
        return acquire_again(vm, self, thrown, result);
    if (base->step == WAIT_CREATED) {
        if (!check_locked(vm, condition, "wait") || !lock_release(vm, condition->lock))
            return RESUME_RAISED;
        base->step = WAIT_WAITS;
        if (!waiter_join(vm, &self->waiter, &condition->waiters, &condition->loop)) {
            self->waiter.extra = vm_take_exception(vm);
            base->step = WAIT_ACQUIRES;
            self->acquiring = lock_acquire(vm, condition->lock);
            return acquire_again(vm, self, NOTHING, result);
        }
    }
    ResumeResult outcome = waiter_step(vm, &self->waiter, thrown, result);
    if (outcome == RESUME_YIELDED)
        return outcome;
    wait_list_remove(&condition->waiters, &self->waiter);
    if (outcome == RESUME_RAISED)
        self->waiter.extra = vm_take_exception(vm);
    base->step = WAIT_ACQUIRES;
    self->acquiring = lock_acquire(vm, condition->lock);
    return acquire_again(vm, self, NOTHING, result);
}

static void wait_trace(Heap *heap, NativeCoroutine *base) {
    waiter_trace(heap, base);
    heap_mark(heap, ((ConditionWait *)base)->acquiring);
}

static void wait_describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    Condition *condition = (Condition *)((Waiter *)base)->owner;
    builder_add_c(out, "Condition.wait()");
    if (base->step == WAIT_ACQUIRES) {
        builder_add_c(out, ", to have its lock again");
        lock_describe_holder(vm, condition->lock, out);
    }
}

static const NativeCoroutineDef wait_def = {"Condition.wait", sizeof(ConditionWait), wait_resume, wait_trace,
                                            wait_describe};

Lock *condition_awaited_lock(const NativeCoroutine *coroutine) {
    if (coroutine->def != &wait_def || coroutine->step != WAIT_ACQUIRES)
        return NULL;
    return ((Condition *)((const Waiter *)coroutine)->owner)->lock;
}

Value condition_wait(Vm *vm, Condition *condition) {
    return object_value(waiter_new(vm, &wait_def, condition));
}

/* ---- wait_for() ---- */

typedef struct PredicateWait {
    NativeCoroutine base;
    Condition *condition;
    Value predicate, waiting;
} PredicateWait;

static ResumeResult wait_for_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    PredicateWait *self = (PredicateWait *)base;
    (void)sent;
    for (;;) {
        if (base->step == 1) {
            ResumeResult outcome = generator_resume(vm, self->waiting, NONE, thrown, result);
            if (outcome != RESUME_RETURNED)
                return outcome;
        }
        thrown = NOTHING;
        Value answer = vm_call0(vm, self->predicate);
        if (answer == NOTHING)
            return RESUME_RAISED;
        int truth = value_truth(vm, answer);
        if (truth < 0)
            return RESUME_RAISED;
        if (truth) {
            *result = answer;
            return RESUME_RETURNED;
        }
        self->waiting = condition_wait(vm, self->condition);
        base->step = 1;
    }
}

static void wait_for_trace(Heap *heap, NativeCoroutine *base) {
    PredicateWait *self = (PredicateWait *)base;
    heap_mark_object(heap, self->condition);
    heap_mark(heap, self->predicate);
    heap_mark(heap, self->waiting);
}

static const NativeCoroutineDef wait_for_def = {"Condition.wait_for", sizeof(PredicateWait), wait_for_resume,
                                                wait_for_trace, NULL};

/* ---- Methods ---- */

static Condition *self_of(const Value *args) {
    return AS(Condition, args[0]);
}

static Value method_acquire(Vm *vm, Value *args, int argc) {
    (void)argc;
    return lock_acquire(vm, self_of(args)->lock);
}

static Value method_release(Vm *vm, Value *args, int argc) {
    (void)argc;
    return lock_release(vm, self_of(args)->lock) ? NONE : NOTHING;
}

static Value method_locked(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->lock->locked);
}

static Value method_wait(Vm *vm, Value *args, int argc) {
    (void)argc;
    return condition_wait(vm, self_of(args));
}

static Value method_wait_for(Vm *vm, Value *args, int argc) {
    (void)argc;
    PredicateWait *coroutine = native_coroutine_new(vm, &wait_for_def);
    coroutine->condition = self_of(args);
    coroutine->predicate = args[1];
    return object_value(coroutine);
}

bool condition_notify(Vm *vm, Condition *condition, int64_t count) {
    if (!check_locked(vm, condition, "notify"))
        return false;
    while (count > 0 && wait_list_wake_first(vm, &condition->waiters))
        count--;
    return !vm_has_exception(vm);
}

static Value method_notify(Vm *vm, Value *args, int argc) {
    (void)argc;
    int64_t count = 1;
    if (args[1] != NOTHING && !value_to_index(vm, args[1], &count))
        return NOTHING;
    return condition_notify(vm, self_of(args), count) ? NONE : NOTHING;
}

static Value method_notify_all(Vm *vm, Value *args, int argc) {
    (void)argc;
    return condition_notify(vm, self_of(args), self_of(args)->waiters.count) ? NONE : NOTHING;
}

static Value method_enter(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value own = overridden_enter(vm, args[0]);
    return own != NOTHING ? own : lock_enter(vm, self_of(args)->lock);
}

static Value method_exit(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value own = overridden_exit(vm, args[0]);
    return own != NOTHING ? own : lock_exit(vm, self_of(args)->lock);
}

static const NativeDef methods[] = {
    {"acquire", method_acquire, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"release", method_release, 1, 1, 0, NULL},
    {"locked", method_locked, 1, 1, 0, NULL},
    {"wait", method_wait, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"wait_for", method_wait_for, 2, 2, NATIVE_COROUTINE_FUNCTION, "predicate"},
    {"notify", method_notify, 1, 2, 0, "n"},
    {"notify_all", method_notify_all, 1, 1, 0, NULL},
    {"__aenter__", method_enter, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"__aexit__", method_exit, 4, 4, NATIVE_COROUTINE_FUNCTION, NULL},
    END_OF_FUNCTIONS,
};

static Value condition_repr(Vm *vm, Value self) {
    Condition *condition = AS(Condition, self);
    StringBuilder out;
    builder_init(&out);
    asyncio_write_object(vm, self, &out);
    builder_add_c(&out, condition->lock->locked ? " [locked" : " [unlocked");
    if (condition->waiters.count > 0)
        builder_format(vm, &out, ", waiters:%d", (int)condition->waiters.count);
    builder_add_c(&out, "]>");
    return builder_finish(vm, &out);
}

static bool initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Value given[1];
    if (!arguments_bind_initializer(vm, "Condition.__init__", "lock", 0, args, argc, keywords, given))
        return false;
    if (given[0] != NOTHING && given[0] != NONE && !is_native(given[0], &lock_layout)) {
        vm_raise(vm, vm->exceptions.TypeError, "lock must be an asyncio.Lock, not %T", given[0]);
        return false;
    }
    AS(Condition, self)->lock = given[0] == NOTHING || given[0] == NONE ? lock_new(vm) : AS(Lock, given[0]);
    return true;
}

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    Condition *condition = type_allocate(vm, type);
    condition->lock = lock_new(vm);
    return object_value(condition);
}

Condition *condition_new(Vm *vm) {
    return AS(Condition, create(vm, asyncio_types(vm)->condition, NULL, 0, NULL));
}

static const TypeDef condition_def = {
    .name = "Condition",
    .module = "asyncio.locks",
    .kind = KIND_NATIVE,
    .layout = &condition_layout,
    .size = sizeof(Condition),
    .flags = TYPE_LIKE_SCRIPT,
    .ops = {.repr = condition_repr},
    .create = create,
    .initialize = initialize,
    .methods = methods,
};

void condition_setup(Vm *vm, Module *module) {
    asyncio_types(vm)->condition = asyncio_add_type(vm, module, &condition_def, NULL);
}
