/* asyncio.Barrier: tasks wait at it until there are enough of them, then all go on.
 *
 * It fills, and when the last one has come it drains: until the last one has left, who comes for the next
 * round waits outside. All of that happens under the lock of a condition, which everybody who waits, inside
 * or outside, waits for. */
#include "stdlib/asyncio/condition.h"

typedef enum BarrierState { FILLING, DRAINING, RESETTING, BROKEN } BarrierState;

static const char *const state_names[] = {"filling", "draining", "resetting", "broken"};

typedef struct Barrier {
    Obj head;
    Condition *condition;
    int64_t parties;
    int64_t count; /* of those inside */
    uint8_t state; /* BarrierState */
} Barrier;

static void barrier_trace(Heap *heap, Obj *self) {
    heap_mark_object(heap, ((Barrier *)self)->condition);
}

static const NativeLayout barrier_layout = {"Barrier", sizeof(Barrier), barrier_trace, NULL};

static bool change_state(Vm *vm, Barrier *barrier, BarrierState state) {
    barrier->state = state;
    return condition_notify(vm, barrier->condition, barrier->condition->waiters.count);
}

/* ---- Coroutines: each takes the lock, and gives it back when it ends ---- */

typedef struct BarrierStep {
    NativeCoroutine base;
    Barrier *barrier;
    Value inner;   /* takes the lock, or waits for the condition */
    int64_t index; /* how many were inside before */
} BarrierStep;

enum { STEP_CREATED, STEP_TAKES_LOCK, STEP_OUTSIDE, STEP_INSIDE };

static ResumeResult leave_lock(Vm *vm, BarrierStep *self, ResumeResult outcome) {
    Value exception = outcome == RESUME_RAISED ? vm_take_exception(vm) : NOTHING;
    if (!lock_release(vm, self->barrier->condition->lock))
        return RESUME_RAISED;
    if (exception != NOTHING)
        vm->thread->exception = exception;
    return outcome;
}

/* Who leaves as the last one makes room for the next round. */
static ResumeResult leave(Vm *vm, BarrierStep *self, ResumeResult outcome) {
    Barrier *barrier = self->barrier;
    Value exception = outcome == RESUME_RAISED ? vm_take_exception(vm) : NOTHING;
    barrier->count--;
    if (barrier->count == 0 && (barrier->state == RESETTING || barrier->state == DRAINING) &&
        !change_state(vm, barrier, FILLING))
        return leave_lock(vm, self, RESUME_RAISED);
    if (exception != NOTHING)
        vm->thread->exception = exception;
    return leave_lock(vm, self, outcome);
}

static ResumeResult raise_broken(Vm *vm, const char *message) {
    vm_raise(vm, asyncio_types(vm)->broken_barrier_error, "%s", message);
    return RESUME_RAISED;
}

/* Waits while `waits` holds; RESUME_RETURNED: it does not hold, and the lock is held. */
static ResumeResult wait_while(Vm *vm, BarrierStep *self, bool (*waits)(const Barrier *barrier), Value thrown,
                               Value *result) {
    for (;;) {
        if (self->inner != NOTHING) {
            ResumeResult outcome = generator_resume(vm, self->inner, NONE, thrown, result);
            if (outcome != RESUME_RETURNED)
                return outcome;
            self->inner = NOTHING;
            thrown = NOTHING;
        }
        if (!waits(self->barrier))
            return RESUME_RETURNED;
        self->inner = condition_wait(vm, self->barrier->condition);
    }
}

static bool is_closed(const Barrier *barrier) {
    return barrier->state == DRAINING || barrier->state == RESETTING;
}

static bool is_filling(const Barrier *barrier) {
    return barrier->state == FILLING;
}

static ResumeResult wait_inside(Vm *vm, BarrierStep *self, Value thrown, Value *result) {
    ResumeResult outcome = wait_while(vm, self, is_filling, thrown, result);
    if (outcome == RESUME_YIELDED)
        return outcome;
    if (outcome == RESUME_RETURNED && self->barrier->state != DRAINING)
        outcome = raise_broken(vm, "Abort or reset of barrier");
    *result = small_int(self->index);
    return leave(vm, self, outcome);
}

static ResumeResult go_in(Vm *vm, BarrierStep *self, Value *result) {
    Barrier *barrier = self->barrier;
    if (barrier->state == BROKEN)
        return leave_lock(vm, self, raise_broken(vm, "Barrier aborted"));
    self->index = barrier->count++;
    if (self->index + 1 == barrier->parties) {
        *result = small_int(self->index);
        return leave(vm, self, change_state(vm, barrier, DRAINING) ? RESUME_RETURNED : RESUME_RAISED);
    }
    self->base.step = STEP_INSIDE;
    return wait_inside(vm, self, NOTHING, result);
}

/* RESUME_RETURNED: the lock is held. */
static ResumeResult take_lock(Vm *vm, BarrierStep *self, Value thrown, Value *result) {
    if (self->base.step == STEP_CREATED) {
        self->inner = lock_enter(vm, self->barrier->condition->lock);
        self->base.step = STEP_TAKES_LOCK;
    }
    ResumeResult outcome = generator_resume(vm, self->inner, NONE, thrown, result);
    if (outcome == RESUME_RETURNED)
        self->inner = NOTHING;
    return outcome;
}

static ResumeResult wait_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    BarrierStep *self = (BarrierStep *)base;
    (void)sent;
    if (base->step == STEP_INSIDE)
        return wait_inside(vm, self, thrown, result);
    if (base->step != STEP_OUTSIDE) {
        ResumeResult outcome = take_lock(vm, self, thrown, result);
        if (outcome != RESUME_RETURNED)
            return outcome;
        base->step = STEP_OUTSIDE;
        thrown = NOTHING;
    }
    ResumeResult outcome = wait_while(vm, self, is_closed, thrown, result);
    if (outcome == RESUME_YIELDED)
        return outcome;
    return outcome == RESUME_RETURNED ? go_in(vm, self, result) : leave_lock(vm, self, outcome);
}

static ResumeResult reset_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    BarrierStep *self = (BarrierStep *)base;
    Barrier *barrier = self->barrier;
    (void)sent;
    ResumeResult outcome = take_lock(vm, self, thrown, result);
    if (outcome != RESUME_RETURNED)
        return outcome;
    *result = NONE;
    if (barrier->count == 0)
        barrier->state = FILLING;
    else if (barrier->state != RESETTING && !change_state(vm, barrier, RESETTING))
        outcome = RESUME_RAISED;
    return leave_lock(vm, self, outcome);
}

static ResumeResult abort_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    BarrierStep *self = (BarrierStep *)base;
    (void)sent;
    ResumeResult outcome = take_lock(vm, self, thrown, result);
    if (outcome != RESUME_RETURNED)
        return outcome;
    *result = NONE;
    return leave_lock(vm, self, change_state(vm, self->barrier, BROKEN) ? RESUME_RETURNED : RESUME_RAISED);
}

static ResumeResult exit_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    (void)vm, (void)base, (void)sent, (void)thrown, (void)result;
    return RESUME_RETURNED;
}

static void step_trace(Heap *heap, NativeCoroutine *base) {
    heap_mark_object(heap, ((BarrierStep *)base)->barrier);
    heap_mark(heap, ((BarrierStep *)base)->inner);
}

static void describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    Barrier *barrier = ((BarrierStep *)base)->barrier;
    builder_format(vm, out, "%s(), %s, %l of %l are there", base->def->qualname, state_names[barrier->state],
                   barrier->count, barrier->parties);
}

static const NativeCoroutineDef wait_def = {"Barrier.wait", sizeof(BarrierStep), wait_resume, step_trace,
                                            describe};
static const NativeCoroutineDef reset_def = {"Barrier.reset", sizeof(BarrierStep), reset_resume, step_trace,
                                             describe};
static const NativeCoroutineDef abort_def = {"Barrier.abort", sizeof(BarrierStep), abort_resume, step_trace,
                                             describe};
static const NativeCoroutineDef enter_def = {"Barrier.__aenter__", sizeof(BarrierStep), wait_resume,
                                             step_trace, describe};
static const NativeCoroutineDef exit_def = {"Barrier.__aexit__", sizeof(BarrierStep), exit_resume, step_trace,
                                            NULL};

/* ---- Methods ---- */

static Value new_step(Vm *vm, const NativeCoroutineDef *def, Value barrier) {
    BarrierStep *step = native_coroutine_new(vm, def);
    step->barrier = AS(Barrier, barrier);
    step->inner = NOTHING;
    return object_value(step);
}

static Value method_wait(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_step(vm, &wait_def, args[0]);
}

static Value method_reset(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_step(vm, &reset_def, args[0]);
}

static Value method_abort(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_step(vm, &abort_def, args[0]);
}

static Value method_enter(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_step(vm, &enter_def, args[0]);
}

static Value method_exit(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_step(vm, &exit_def, args[0]);
}

static const NativeDef methods[] = {
    {"wait", method_wait, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"reset", method_reset, 1, 1, 0, NULL},
    {"abort", method_abort, 1, 1, 0, NULL},
    {"__aenter__", method_enter, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"__aexit__", method_exit, 4, 4, NATIVE_COROUTINE_FUNCTION, NULL},
    END_OF_FUNCTIONS,
};

static Value get_parties(Vm *vm, Value self) {
    (void)vm;
    return small_int(AS(Barrier, self)->parties);
}

static int64_t waiting(const Barrier *barrier) {
    return barrier->state == FILLING ? barrier->count : 0;
}

static Value get_waiting(Vm *vm, Value self) {
    (void)vm;
    return small_int(waiting(AS(Barrier, self)));
}

static Value get_broken(Vm *vm, Value self) {
    (void)vm;
    return bool_value(AS(Barrier, self)->state == BROKEN);
}

static const NativePropertyDef properties[] = {
    {"parties", get_parties, NULL},
    {"n_waiting", get_waiting, NULL},
    {"broken", get_broken, NULL},
    END_OF_PROPERTIES,
};

static Value barrier_repr(Vm *vm, Value self) {
    Barrier *barrier = AS(Barrier, self);
    StringBuilder out;
    builder_init(&out);
    asyncio_write_object(vm, self, &out);
    builder_format(vm, &out, " [%s", state_names[barrier->state]);
    if (barrier->state != BROKEN)
        builder_format(vm, &out, ", waiters:%l/%l", waiting(barrier), barrier->parties);
    builder_add_c(&out, "]>");
    return builder_finish(vm, &out);
}

static bool initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Value given[1];
    Barrier *barrier = AS(Barrier, self);
    if (!arguments_bind_initializer(vm, "Barrier.__init__", "parties", 1, args, argc, keywords, given))
        return false;
    int too_few = value_compare_truth(vm, CMP_LT, given[0], small_int(1));
    if (too_few > 0)
        vm_raise(vm, vm->exceptions.ValueError, "parties must be > 0");
    return too_few == 0 && value_to_index(vm, given[0], &barrier->parties);
}

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    Barrier *barrier = type_allocate(vm, type);
    barrier->condition = condition_new(vm);
    return object_value(barrier);
}

static const TypeDef barrier_def = {
    .name = "Barrier",
    .module = "asyncio.locks",
    .kind = KIND_NATIVE,
    .layout = &barrier_layout,
    .size = sizeof(Barrier),
    .flags = TYPE_LIKE_SCRIPT,
    .ops = {.repr = barrier_repr},
    .create = create,
    .initialize = initialize,
    .methods = methods,
    .properties = properties,
};

void barrier_setup(Vm *vm, Module *module) {
    asyncio_types(vm)->broken_barrier_error = asyncio_add_exception(
        vm, module, "BrokenBarrierError", "asyncio.exceptions", vm->exceptions.RuntimeError);
    asyncio_add_type(vm, module, &barrier_def, NULL);
}
