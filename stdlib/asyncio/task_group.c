/* asyncio.TaskGroup: a block that is left only when all tasks begun in it are done, and that cancels the rest
 * when one fails.
 *
 * A failure cancels the task inside the block, too, so that what it waits for does not hold the group up;
 * that request is taken back where the block is left. A cancellation from outside is told from it by the
 * count of requests. */
#include "stdlib/asyncio/asyncio.h"
#include "stdlib/asyncio/lock.h"
#include "vm/exception_group.h"

typedef struct TaskGroup {
    Completion completion; /* of its tasks */
    Loop *loop;            /* NULL: not entered yet */
    Task *parent;          /* the task inside the block */
    Dict *tasks;           /* those that are not done, in order of creation; the values mean nothing */
    List *errors;          /* exceptions of tasks, in the order in which they ended; NULL: none */
    Value base_error;      /* KeyboardInterrupt, SystemExit or DeadlockError, which goes before all others */
    Future *all_done;      /* what the task waits for that leaves the block; NULL: nothing */
    bool exiting, aborting;
    bool cancelled_parent; /* by this group */
} TaskGroup;

static void trace(Heap *heap, Obj *object) {
    TaskGroup *self = (TaskGroup *)object;
    heap_mark_object(heap, self->loop);
    heap_mark_object(heap, self->parent);
    heap_mark_object(heap, self->tasks);
    heap_mark_object(heap, self->errors);
    heap_mark(heap, self->base_error);
    heap_mark_object(heap, self->all_done);
}

static const NativeLayout layout = {"TaskGroup", sizeof(TaskGroup), trace, NULL};

static uint32_t task_count(const TaskGroup *self) {
    return self->tasks ? self->tasks->count : 0;
}

static void add_error(Vm *vm, TaskGroup *self, Value exception) {
    if (!self->errors)
        self->errors = list_new(vm, 1);
    list_append(vm, self->errors, exception);
}

static void note_base_error(Vm *vm, TaskGroup *self, Value exception) {
    if (self->base_error == NOTHING && (is_instance(vm, exception, vm->exceptions.SystemExit) ||
                                        is_instance(vm, exception, vm->exceptions.KeyboardInterrupt)))
        self->base_error = exception;
}

/* Cancels all tasks and takes no more. False: raised. */
static bool abort_tasks(Vm *vm, TaskGroup *self) {
    self->aborting = true;
    uint32_t position = 0;
    for (DictEntry *entry; self->tasks && (entry = dict_next(self->tasks, &position));) {
        Future *task = AS(Future, entry->key);
        if (!future_is_done(task) && future_cancel(vm, task, NONE) < 0)
            return false;
    }
    return true;
}

/* ---- A task is done ---- */

static bool report_orphan(Vm *vm, TaskGroup *self, Value task, Value exception) {
    String *message = string_format(vm, "Task %R has errored out but its parent task %R is already completed",
                                    task, object_value(self->parent));
    return event_loop_report_about(vm, self->loop, message->chars, exception, "task", task);
}

static bool task_done(Vm *vm, TaskGroup *self, Value v) {
    Future *task = AS(Future, v);
    if (dict_delete(vm, self->tasks, v) < 0)
        return false;
    if (self->all_done && task_count(self) == 0 && !future_is_done(self->all_done) &&
        !future_set_result(vm, self->all_done, TRUE_VALUE))
        return false;
    if (!(task->head.flags & FUTURE_FAILED))
        return true;
    Value exception = future_exception(vm, task);
    add_error(vm, self, exception);
    note_base_error(vm, self, exception);
    if (future_is_done(&self->parent->future))
        return report_orphan(vm, self, v, exception);
    if (self->aborting || self->cancelled_parent)
        return true;
    self->cancelled_parent = true;
    return abort_tasks(vm, self) && task_cancel(vm, self->parent, NONE) >= 0;
}

static void run(Vm *vm, Completion *completion, Value task) {
    task_done(vm, (TaskGroup *)completion, task);
}

static const CompletionDef completion_def = {
    "TaskGroup._on_task_done", sizeof(TaskGroup), run, NULL, NULL, NULL};

void asyncio_waiting_by_task_group(Vm *vm, const Completion *completion, List *waiting) {
    if (completion->def == &completion_def)
        list_append(vm, waiting, object_value(((const TaskGroup *)completion)->parent));
}

/* ---- Entering ---- */

typedef struct Step {
    NativeCoroutine base;
    TaskGroup *group;
    Value exception;    /* what leaves the block; NONE: nothing */
    Value cancellation; /* to be raised when all tasks are done, unless one failed; NONE: none */
} Step;

static ResumeResult enter_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    TaskGroup *self = ((Step *)base)->group;
    Value group = object_value(self);
    (void)sent, (void)thrown;
    if (self->loop) {
        vm_raise(vm, vm->exceptions.RuntimeError, "TaskGroup %R has already been entered", group);
        return RESUME_RAISED;
    }
    Loop *loop = asyncio_running_loop(vm);
    if (!loop)
        return RESUME_RAISED;
    self->parent = vm->thread->current_task;
    if (!self->parent) {
        vm_raise(vm, vm->exceptions.RuntimeError, "TaskGroup %R cannot determine the parent task", group);
        return RESUME_RAISED;
    }
    self->loop = loop;
    self->tasks = dict_new(vm);
    *result = group;
    return RESUME_RETURNED;
}

/* ---- Leaving ---- */

static bool is_plain_cancellation(Vm *vm, Value exception) {
    return exception != NONE && as_object(exception)->type == vm->exceptions.CancelledError;
}

static bool begin_exit(Vm *vm, Step *step) {
    TaskGroup *self = step->group;
    self->exiting = true;
    if (step->exception != NONE)
        note_base_error(vm, self, step->exception);
    step->cancellation = is_plain_cancellation(vm, step->exception) ? step->exception : NONE;
    if (self->cancelled_parent) {
        if (self->parent->cancel_requests > 0)
            self->parent->cancel_requests--;
        if (self->parent->cancel_requests == 0)
            step->cancellation = NONE; /* it was this group's own doing */
    }
    return step->exception == NONE || self->aborting || abort_tasks(vm, self);
}

/* Something was thrown into the task that leaves. A cancellation, or the news that the program can never go
 * on, cancels the tasks, and the task waits on for their end. False: an exception is pending. */
static bool interrupt_exit(Vm *vm, Step *step) {
    TaskGroup *self = step->group;
    bool is_deadlock = vm_exception_is(vm, vm->scheduler->deadlock_error);
    if (is_deadlock ? self->aborting : !vm_exception_is(vm, vm->exceptions.CancelledError)) {
        if (is_deadlock && self->base_error != NOTHING)
            vm->thread->exception = self->base_error; /* the first report says more */
        return false;
    }
    Value exception = vm_take_exception(vm);
    if (self->aborting)
        return true;
    if (is_deadlock)
        self->base_error = exception;
    else
        step->cancellation = exception;
    return abort_tasks(vm, self);
}

/* The task that leaves goes on: all tasks are done, or it is interrupted. */
static ResumeResult wait_on(Vm *vm, Step *step, Value thrown, Value *result) {
    TaskGroup *self = step->group;
    ResumeResult outcome = future_step(vm, object_value(self->all_done), thrown, result);
    if (outcome == RESUME_YIELDED)
        return outcome;
    if (outcome == RESUME_RAISED && !interrupt_exit(vm, step))
        return outcome;
    heap_write_barrier(vm->heap, self);
    self->all_done = NULL;
    return RESUME_RETURNED;
}

static ResumeResult finish_exit(Vm *vm, Step *step) {
    TaskGroup *self = step->group;
    if (self->base_error != NOTHING) {
        vm_raise_value(vm, self->base_error);
        return RESUME_RAISED;
    }
    if (step->cancellation != NONE && !self->errors) {
        vm_raise_value(vm, step->cancellation);
        return RESUME_RAISED;
    }
    if (step->exception != NONE && !is_plain_cancellation(vm, step->exception))
        add_error(vm, self, step->exception);
    if (!self->errors)
        return RESUME_RETURNED;
    Value errors = object_value(self->errors);
    Value group = exception_group_new(vm, vm->exceptions.BaseExceptionGroup,
                                      string_value(vm, "unhandled errors in a TaskGroup"), errors);
    heap_write_barrier(vm->heap, self);
    self->errors = NULL;
    if (group != NOTHING) {
        AS(Exception, group)->suppress_context = true;
        vm_raise_value(vm, group);
    }
    return RESUME_RAISED;
}

static ResumeResult exit_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    Step *step = (Step *)base;
    TaskGroup *self = step->group;
    (void)sent;
    if (base->step == 0) {
        base->step = 1;
        if (!begin_exit(vm, step))
            return RESUME_RAISED;
    } else {
        ResumeResult outcome = wait_on(vm, step, thrown, result);
        if (outcome != RESUME_RETURNED)
            return outcome;
    }
    *result = NONE;
    if (task_count(self) == 0)
        return finish_exit(vm, step);
    self->all_done = future_new(vm, self->loop);
    return future_step(vm, object_value(self->all_done), NOTHING, result);
}

static void step_trace(Heap *heap, NativeCoroutine *base) {
    heap_mark_object(heap, ((Step *)base)->group);
    heap_mark(heap, ((Step *)base)->exception);
    heap_mark(heap, ((Step *)base)->cancellation);
}

static void describe(Vm *vm, NativeCoroutine *base, StringBuilder *out) {
    builder_format(vm, out, "TaskGroup, %d to go", (int)task_count(((Step *)base)->group));
}

static const NativeCoroutineDef enter_def = {"TaskGroup.__aenter__", sizeof(Step), enter_resume, step_trace,
                                             NULL};
static const NativeCoroutineDef exit_def = {"TaskGroup.__aexit__", sizeof(Step), exit_resume, step_trace,
                                            describe};

Future *task_group_awaited(const NativeCoroutine *coroutine, uint32_t index) {
    if (coroutine->def != &exit_def)
        return NULL;
    const Dict *tasks = ((const Step *)coroutine)->group->tasks;
    uint32_t position = 0;
    for (DictEntry *entry; tasks && (entry = dict_next(tasks, &position));)
        if (!future_is_done(AS(Future, entry->key)) && index-- == 0)
            return AS(Future, entry->key);
    return NULL;
}

static Value new_step(Vm *vm, const NativeCoroutineDef *def, Value group, Value exception) {
    Step *step = native_coroutine_new(vm, def);
    step->group = AS(TaskGroup, group);
    step->exception = exception;
    step->cancellation = NONE;
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

static Value method_create_task(Vm *vm, Value *args, int argc) {
    TaskGroup *self = AS(TaskGroup, args[0]);
    (void)argc;
    const char *why = !self->loop                              ? "has not been entered"
                      : self->exiting && task_count(self) == 0 ? "is finished"
                      : self->aborting                         ? "is shutting down"
                                                               : NULL;
    if (why)
        return vm_raise(vm, vm->exceptions.RuntimeError, "TaskGroup %R %s", args[0], why);
    Value task = asyncio_create_renamed_task(vm, self->loop, args[1], args[2], args[3]);
    if (task == NOTHING)
        return NOTHING;
    if (!is_future(task))
        return vm_raise(vm, vm->exceptions.TypeError, "the task factory returned %R, which is no future",
                        task);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, task);
    bool ok = dict_set(vm, self->tasks, task, NONE) &&
              (future_is_done(AS(Future, task))
                   ? task_done(vm, self, task)
                   : future_add_callback(vm, AS(Future, task), ready_target(READY_COMPLETION, self)));
    vm_root_reset(vm, mark);
    return ok ? task : NOTHING;
}

static const NativeDef methods[] = {
    {"__aenter__", method_enter, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"__aexit__", method_exit, 4, 4, NATIVE_COROUTINE_FUNCTION, NULL},
    {"create_task", method_create_task, 2, 2, 0, "coro,*,name,context"},
    END_OF_FUNCTIONS,
};

static Value to_repr(Vm *vm, Value object) {
    TaskGroup *self = AS(TaskGroup, object);
    StringBuilder out;
    builder_init(&out);
    builder_add_c(&out, "<TaskGroup");
    if (task_count(self) > 0)
        builder_format(vm, &out, " tasks=%d", (int)task_count(self));
    if (self->errors)
        builder_format(vm, &out, " errors=%l", self->errors->count);
    if (self->aborting)
        builder_add_c(&out, " cancelling");
    else if (self->loop)
        builder_add_c(&out, " entered");
    builder_add_char(&out, '>');
    return builder_finish(vm, &out);
}

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    TaskGroup *self = type_allocate(vm, type);
    self->completion.def = &completion_def;
    return object_value(self);
}

static const TypeDef task_group_def = {
    .name = "TaskGroup",
    .module = "asyncio.taskgroups",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(TaskGroup),
    .ops = {.repr = to_repr},
    .create = create,
    .initialize = initialize_without_arguments,
    .methods = methods,
};

void task_group_setup(Vm *vm, Module *module) {
    asyncio_add_type(vm, module, &task_group_def, NULL);
}
