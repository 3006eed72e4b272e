/* asyncio.run() and asyncio.Runner: a loop of one's own, a main task, and everything shut down at the end. */
#include <signal.h>

#include "stdlib/asyncio/asyncio.h"
#include "vm/interrupt.h"

typedef enum RunnerState { RUNNER_CREATED, RUNNER_INITIALIZED, RUNNER_CLOSED } RunnerState;

typedef struct Runner {
    Obj head;
    Loop *loop;
    Value debug, loop_factory;
    Context *context; /* in which run() runs unless it is told another one */
    Task *main;       /* what run() runs */
    int interrupts;   /* how often Ctrl-C came meanwhile */
    bool set_loop;    /* it made its loop the current one */
    uint8_t state;    /* RunnerState */
} Runner;

static void trace(Heap *heap, Obj *object) {
    Runner *self = (Runner *)object;
    heap_mark_object(heap, self->loop);
    heap_mark(heap, self->debug);
    heap_mark(heap, self->loop_factory);
    heap_mark_object(heap, self->context);
    heap_mark_object(heap, self->main);
}

static const NativeLayout layout = {"Runner", sizeof(Runner), trace, NULL};

static bool initialize_loop(Vm *vm, Runner *self) {
    if (self->state == RUNNER_CLOSED) {
        vm_raise(vm, vm->exceptions.RuntimeError, "Runner is closed");
        return false;
    }
    if (self->state == RUNNER_INITIALIZED)
        return true;
    if (self->loop_factory == NONE) {
        self->loop = asyncio_new_loop(vm);
        if (!self->loop)
            return false;
        if (!self->set_loop) {
            if (!asyncio_set_loop(vm, object_value(self->loop)))
                return false;
            self->set_loop = true;
        }
    } else {
        Value loop = vm_call0(vm, self->loop_factory);
        self->loop = loop == NOTHING ? NULL : asyncio_loop_required(vm, loop);
        if (!self->loop)
            return false;
    }
    if (self->debug != NONE) {
        int truth = value_truth(vm, self->debug);
        if (truth < 0)
            return false;
        event_loop_set_debug(vm, self->loop, truth);
    }
    self->context = context_new(vm, context_map(*context_place(vm)));
    self->state = RUNNER_INITIALIZED;
    return true;
}

/* ---- Ctrl-C ---- */

/* What SIGINT calls, with the runner as its `extra`. The first one cancels the main task, so that it can
 * clean up; a further one interrupts whatever runs. */
static Value on_interrupt(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    Runner *self = AS(Runner, callee->extra);
    if (++self->interrupts == 1 && self->main && !future_is_done(&self->main->future))
        return task_cancel(vm, self->main, NONE) >= 0 ? NONE : NOTHING;
    return vm_raise(vm, vm->exceptions.KeyboardInterrupt, NULL);
}

static const NativeDef on_interrupt_def = {"Runner._on_sigint", NULL, 2, 2, 0, NULL};

/* The handler that is in place while it runs; NOTHING: the script has one of its own. */
static Value take_interrupts(Vm *vm, Runner *self) {
    self->interrupts = 0;
    if (!thread_is_main(vm->thread) || !interrupt_is_default(vm))
        return NOTHING;
    Value handler = native_closure_new(vm, &on_interrupt_def, NULL, on_interrupt, object_value(self));
    return interrupt_set_signal(vm, SIGINT, handler) == 0 ? handler : NOTHING;
}

static void give_back_interrupts(Vm *vm, Value handler) {
    if (handler != NOTHING && vm->signal_handlers[SIGINT] == handler)
        interrupt_set_signal(vm, SIGINT, NOTHING);
}

/* A main task that ended because Ctrl-C cancelled it ends the program as Ctrl-C does. */
static void convert_cancellation(Vm *vm, Runner *self) {
    if (self->interrupts == 0 || !vm_exception_is(vm, vm->exceptions.CancelledError))
        return;
    if (self->main->cancel_requests > 0)
        self->main->cancel_requests--;
    if (self->main->cancel_requests > 0)
        return;
    Value context = vm_take_exception(vm);
    vm_raise(vm, vm->exceptions.KeyboardInterrupt, NULL);
    AS(Exception, vm->thread->exception)->context = context;
}

/* ---- Running ---- */

static Value runner_run(Vm *vm, Runner *self, Value coroutine, Value context) {
    if (!is_coroutine(vm, coroutine))
        return vm_raise(vm, vm->exceptions.ValueError, "a coroutine was expected, got %R", coroutine);
    if (event_loop_running(vm))
        return vm_raise(vm, vm->exceptions.RuntimeError,
                        "Runner.run() cannot be called from a running event loop");
    if (!initialize_loop(vm, self))
        return NOTHING;
    if (context == NONE)
        context = object_value(self->context);
    Value task = asyncio_create_task(vm, self->loop, coroutine, NOTHING, context);
    if (task == NOTHING)
        return NOTHING;
    self->main = is_task(task) ? AS(Task, task) : NULL;
    Future *future = asyncio_ensure_future(vm, task, self->loop);
    if (!future)
        return NOTHING;
    size_t mark = vm_root_mark(vm);
    Value handler = take_interrupts(vm, self);
    vm_root(vm, handler);
    Value result = event_loop_run_until_complete(vm, self->loop, future);
    give_back_interrupts(vm, handler);
    if (result == NOTHING && self->main)
        convert_cancellation(vm, self);
    self->main = NULL;
    vm_root_reset(vm, mark);
    return result;
}

/* ---- Closing ---- */

static bool run_to_end(Vm *vm, Loop *loop, Value awaitable) {
    Future *future = asyncio_ensure_future(vm, awaitable, loop);
    return future && event_loop_run_until_complete(vm, loop, future) != NOTHING;
}

static void report_unhandled(Vm *vm, Loop *loop, List *tasks) {
    for (int64_t i = 0; i < tasks->count; i++) {
        Task *task = AS(Task, tasks->items[i]);
        if (!(task->future.head.flags & FUTURE_FAILED))
            continue;
        Value exception = future_exception(vm, &task->future);
        event_loop_report_about(vm, loop, "unhandled exception during asyncio.run() shutdown", exception,
                                "task", tasks->items[i]);
    }
}

static bool cancel_all_tasks(Vm *vm, Loop *loop) {
    List *tasks = asyncio_pending_tasks(vm, loop);
    if (tasks->count == 0)
        return true;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(tasks));
    Gathering *gathering = gathering_new(vm, loop, (uint32_t)tasks->count, true);
    vm_root(vm, object_value(gathering));
    bool ok = true;
    for (int64_t i = 0; ok && i < tasks->count; i++)
        ok = task_cancel(vm, AS(Task, tasks->items[i]), NONE) >= 0;
    for (int64_t i = 0; ok && i < tasks->count; i++)
        ok = gathering_add(vm, gathering, AS(Future, tasks->items[i]), false);
    ok = ok && event_loop_run_until_complete(vm, loop, &gathering->future) != NOTHING;
    if (ok)
        report_unhandled(vm, loop, tasks);
    vm_root_reset(vm, mark);
    return ok;
}

static bool run_method_to_end(Vm *vm, Loop *loop, const char *name) {
    Value coroutine = vm_call_method(vm, object_value(loop), string_intern_c(vm, name), NULL, 0);
    return coroutine != NOTHING && run_to_end(vm, loop, coroutine);
}

/* False: raised. */
static bool runner_close(Vm *vm, Runner *self) {
    if (self->state != RUNNER_INITIALIZED)
        return true;
    Loop *loop = self->loop;
    bool ok = cancel_all_tasks(vm, loop) && run_method_to_end(vm, loop, "shutdown_asyncgens") &&
              run_method_to_end(vm, loop, "shutdown_default_executor");
    if (self->set_loop && vm->scheduler->loop_policy == NOTHING)
        vm->thread->current_loop = NULL;
    else if (self->set_loop)
        ok &= asyncio_set_loop(vm, NONE);
    if (!loop->closed)
        event_loop_close(vm, loop);
    self->loop = NULL;
    self->state = RUNNER_CLOSED;
    return ok;
}

/* Closes it while `pending` (NOTHING: none) is on its way out. False: an exception is pending. */
static bool close_around(Vm *vm, Runner *self, Value pending) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, pending);
    vm_root(vm, object_value(self));
    bool ok = runner_close(vm, self);
    Value raised = vm->thread->exception;
    if (!ok && pending != NOTHING && raised != pending && AS(Exception, raised)->context == NONE)
        AS(Exception, raised)->context = pending;
    if (ok && pending != NOTHING)
        vm->thread->exception = pending;
    vm_root_reset(vm, mark);
    return ok && pending == NOTHING;
}

static Runner *runner_new(Vm *vm, Value debug, Value loop_factory) {
    Runner *self = type_allocate(vm, asyncio_types(vm)->runner_type);
    self->debug = debug == NOTHING ? NONE : debug;
    self->loop_factory = loop_factory == NOTHING ? NONE : loop_factory;
    return self;
}

Value asyncio_run(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (event_loop_running(vm))
        return vm_raise(vm, vm->exceptions.RuntimeError,
                        "asyncio.run() cannot be called from a running event loop");
    Runner *self = runner_new(vm, args[1], args[2]);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(self));
    Value result = initialize_loop(vm, self) ? runner_run(vm, self, args[0], NONE) : NOTHING;
    vm_root(vm, result);
    bool ok = close_around(vm, self, result == NOTHING ? vm_take_exception(vm) : NOTHING);
    vm_root_reset(vm, mark);
    return ok ? result : NOTHING;
}

/* ---- The class ---- */

static Runner *self_of(const Value *args) {
    return AS(Runner, args[0]);
}

static Value method_run(Vm *vm, Value *args, int argc) {
    (void)argc;
    return runner_run(vm, self_of(args), args[1], args[2] == NOTHING ? NONE : args[2]);
}

static Value method_get_loop(Vm *vm, Value *args, int argc) {
    (void)argc;
    return initialize_loop(vm, self_of(args)) ? object_value(self_of(args)->loop) : NOTHING;
}

static Value method_close(Vm *vm, Value *args, int argc) {
    (void)argc;
    return runner_close(vm, self_of(args)) ? NONE : NOTHING;
}

static Value method_enter(Vm *vm, Value *args, int argc) {
    (void)argc;
    return initialize_loop(vm, self_of(args)) ? args[0] : NOTHING;
}

static const NativeDef methods[] = {
    {"run", method_run, 2, 2, 0, "coro,*,context"}, {"get_loop", method_get_loop, 1, 1, 0, NULL},
    {"close", method_close, 1, 1, 0, NULL},         {"__enter__", method_enter, 1, 1, 0, NULL},
    {"__exit__", method_close, 4, 4, 0, NULL},      END_OF_FUNCTIONS,
};

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    Value given[2];
    if (argc - (keywords ? (int)keywords->count : 0) > 0)
        return vm_raise(vm, vm->exceptions.TypeError,
                        "Runner.__init__() takes 1 positional argument but %d were given",
                        argc - (keywords ? (int)keywords->count : 0) + 1);
    for (int64_t i = 0; keywords && i < keywords->count; i++) {
        String *name = AS(String, keywords->items[i]);
        if (!string_equal_c(name, "debug") && !string_equal_c(name, "loop_factory"))
            return vm_raise(vm, vm->exceptions.TypeError,
                            "Runner.__init__() got an unexpected keyword argument '%S'", name);
    }
    if (!arguments_bind(vm, "Runner", "debug,loop_factory", 0, 0, args, argc, keywords, given))
        return NOTHING;
    Runner *self = type_allocate(vm, type);
    self->debug = given[0] == NOTHING ? NONE : given[0];
    self->loop_factory = given[1] == NOTHING ? NONE : given[1];
    return object_value(self);
}

static const TypeDef runner_def = {
    .name = "Runner",
    .module = "asyncio.runners",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(Runner),
    .flags = TYPE_FINAL | TYPE_LIKE_SCRIPT,
    .create = create,
    .methods = methods,
};

void runner_setup(Vm *vm, Module *module) {
    asyncio_types(vm)->runner_type = asyncio_add_type(vm, module, &runner_def, NULL);
}
