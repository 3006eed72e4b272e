/* asyncio.timeout() and asyncio.timeout_at(): a block that is cancelled when its time is up. */
#include <math.h>

#include "stdlib/asyncio/asyncio.h"

typedef enum TimeoutState {
    TIMEOUT_CREATED,
    TIMEOUT_ACTIVE,
    TIMEOUT_EXPIRING,
    TIMEOUT_EXPIRED,
    TIMEOUT_FINISHED
} TimeoutState;

static const char *const state_names[] = {"created", "active", "expiring", "expired", "finished"};

typedef struct Timeout {
    Completion completion;
    Task *task;     /* the one inside */
    Value when;     /* NONE: never */
    Value armed;    /* the argument of the entry or timer that is to expire it; NOTHING: none */
    int64_t alarms; /* how often it was armed */
    TimerId timer;
    uint32_t cancel_requests; /* of the task, when the block was entered */
    uint8_t state;            /* TimeoutState */
} Timeout;

static void trace(Heap *heap, Obj *object) {
    heap_mark_object(heap, ((Timeout *)object)->task);
    heap_mark(heap, ((Timeout *)object)->when);
}

static const NativeLayout layout = {"Timeout", sizeof(Timeout), trace, NULL};

static void run(Vm *vm, Completion *completion, Value alarm) {
    Timeout *self = (Timeout *)completion;
    if (alarm != self->armed)
        return;
    self->armed = NOTHING;
    self->state = TIMEOUT_EXPIRING;
    task_cancel(vm, self->task, NONE);
}

static const CompletionDef completion_def = {"Timeout._on_timeout", sizeof(Timeout), run, NULL, NULL, NULL};

static void disarm(Vm *vm, Timeout *self) {
    if (self->armed != NOTHING && self->task)
        event_loop_cancel_timer_of(vm, self->task->future.loop, self->timer,
                                   ready_target(READY_COMPLETION, self));
    self->armed = NOTHING;
}

static bool reschedule(Vm *vm, Timeout *self, Value when) {
    double deadline;
    disarm(vm, self);
    self->when = when;
    if (when == NONE)
        return true;
    if (!value_to_double(vm, when, &deadline))
        return false;
    Loop *loop = asyncio_running_loop(vm);
    if (!loop)
        return false;
    self->armed = small_int(++self->alarms);
    if (deadline <= event_loop_time(vm)) {
        event_loop_push(loop, ready_target(READY_COMPLETION, self), self->armed);
        self->timer = UINT32_MAX;
    } else {
        self->timer =
            event_loop_set_timer(vm, loop, deadline, ready_target(READY_COMPLETION, self), self->armed);
    }
    return true;
}

/* ---- Entering and leaving ---- */

typedef struct Step {
    NativeCoroutine base;
    Timeout *timeout;
    Value exception; /* what leaves the block; NONE: nothing */
} Step;

static ResumeResult enter_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Timeout *self = ((Step *)base)->timeout;
    (void)sent, (void)thrown;
    if (self->state != TIMEOUT_CREATED) {
        vm_raise(vm, vm->exceptions.RuntimeError, "Timeout has already been entered");
        return RESUME_RAISED;
    }
    self->task = vm->thread->current_task;
    if (!self->task) {
        if (asyncio_running_loop(vm))
            vm_raise(vm, vm->exceptions.RuntimeError, "Timeout should be used inside a task");
        return RESUME_RAISED;
    }
    self->state = TIMEOUT_ACTIVE;
    self->cancel_requests = self->task->cancel_requests;
    if (!reschedule(vm, self, self->when))
        return RESUME_RAISED;
    *result = object_value(self);
    return RESUME_RETURNED;
}

static ResumeResult exit_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Timeout *self = ((Step *)base)->timeout;
    Value exception = ((Step *)base)->exception;
    (void)sent, (void)thrown, (void)result;
    disarm(vm, self);
    if (self->state == TIMEOUT_ACTIVE) {
        self->state = TIMEOUT_FINISHED;
    } else if (self->state == TIMEOUT_EXPIRING) {
        self->state = TIMEOUT_EXPIRED;
        if (self->task->cancel_requests > 0)
            self->task->cancel_requests--;
        if (self->task->cancel_requests <= self->cancel_requests && exception != NONE &&
            as_object(exception)->type == vm->exceptions.CancelledError) {
            vm_raise(vm, vm->exceptions.TimeoutError, NULL);
            Exception *error = AS(Exception, vm->thread->exception);
            error->cause = error->context = exception;
            error->suppress_context = true;
            return RESUME_RAISED;
        }
    }
    return RESUME_RETURNED;
}

static void step_trace(Heap *heap, NativeCoroutine *base) {
    heap_mark_object(heap, ((Step *)base)->timeout);
    heap_mark(heap, ((Step *)base)->exception);
}

static const NativeCoroutineDef enter_def = {"Timeout.__aenter__", sizeof(Step), enter_resume, step_trace,
                                             NULL};
static const NativeCoroutineDef exit_def = {"Timeout.__aexit__", sizeof(Step), exit_resume, step_trace, NULL};

static Value new_step(Vm *vm, const NativeCoroutineDef *def, Value timeout, Value exception) {
    Step *step = native_coroutine_new(vm, def);
    step->timeout = AS(Timeout, timeout);
    step->exception = exception;
    return object_value(step);
}

/* ---- Methods ---- */

static Value method_enter(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_step(vm, &enter_def, args[0], NONE);
}

static Value method_exit(Vm *vm, Value *args, int argc) {
    (void)argc;
    return new_step(vm, &exit_def, args[0], args[2]);
}

static Value method_when(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return AS(Timeout, args[0])->when;
}

static Value method_reschedule(Vm *vm, Value *args, int argc) {
    (void)argc;
    Timeout *self = AS(Timeout, args[0]);
    if (self->state == TIMEOUT_CREATED)
        return vm_raise(vm, vm->exceptions.RuntimeError, "Timeout has not been entered");
    if (self->state != TIMEOUT_ACTIVE)
        return vm_raise(vm, vm->exceptions.RuntimeError, "Cannot change state of %s Timeout",
                        state_names[self->state]);
    return reschedule(vm, self, args[1]) ? NONE : NOTHING;
}

static Value method_expired(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    TimeoutState state = AS(Timeout, args[0])->state;
    return bool_value(state == TIMEOUT_EXPIRING || state == TIMEOUT_EXPIRED);
}

static const NativeDef methods[] = {
    {"__aenter__", method_enter, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"__aexit__", method_exit, 4, 4, NATIVE_COROUTINE_FUNCTION, NULL},
    {"when", method_when, 1, 1, 0, NULL},
    {"reschedule", method_reschedule, 2, 2, 0, "when"},
    {"expired", method_expired, 1, 1, 0, NULL},
    END_OF_FUNCTIONS,
};

static Value timeout_repr(Vm *vm, Value object) {
    Timeout *self = AS(Timeout, object);
    StringBuilder out;
    builder_init(&out);
    builder_format(vm, &out, "<Timeout [%s]", state_names[self->state]);
    if (self->state == TIMEOUT_ACTIVE) {
        double when;
        Value rounded = NONE;
        if (self->when != NONE && value_to_double(vm, self->when, &when))
            rounded = is_float(self->when) ? float_value(vm, round(when * 1000) / 1000) : self->when;
        builder_format(vm, &out, " when=%R", rounded);
    }
    builder_add_char(&out, '>');
    return builder_finish(vm, &out);
}

static Value timeout_new(Vm *vm, Type *type, Value when) {
    Timeout *self = type_allocate(vm, type);
    self->completion.def = &completion_def;
    self->when = when;
    return object_value(self);
}

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[1];
    if (!arguments_bind_initializer(vm, "Timeout.__init__", "when", 1, args, argc, keywords, given))
        return NOTHING;
    return timeout_new(vm, type, given[0]);
}

static const TypeDef timeout_def = {
    .name = "Timeout",
    .module = "asyncio.timeouts",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(Timeout),
    .flags = TYPE_FINAL | TYPE_LIKE_SCRIPT,
    .ops = {.repr = timeout_repr},
    .create = create,
    .methods = methods,
};

Value asyncio_timeout(Vm *vm, Value *args, int argc) {
    (void)argc;
    double delay;
    if (!asyncio_running_loop(vm))
        return NOTHING;
    if (args[0] == NONE)
        return timeout_new(vm, asyncio_types(vm)->timeout, NONE);
    if (!asyncio_delay_argument(vm, args[0], &delay))
        return NOTHING;
    return timeout_new(vm, asyncio_types(vm)->timeout, float_value(vm, event_loop_time(vm) + delay));
}

Value asyncio_timeout_at(Vm *vm, Value *args, int argc) {
    (void)argc;
    return timeout_new(vm, asyncio_types(vm)->timeout, args[0]);
}

void timeout_setup(Vm *vm, Module *module) {
    asyncio_types(vm)->timeout = asyncio_add_type(vm, module, &timeout_def, NULL);
}
