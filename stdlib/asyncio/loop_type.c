/* The event loop as scripts see it, and the functions of the module that find one. */
#include "stdlib/asyncio/asyncio.h"
#include "stdlib/asyncio/transport.h"

static Loop *self_of(const Value *args) {
    return AS(Loop, args[0]);
}

/* ---- Running ---- */

static Value method_run_forever(Vm *vm, Value *args, int argc) {
    (void)argc;
    return event_loop_run_forever(vm, self_of(args)) ? NONE : NOTHING;
}

static Value method_run_until_complete(Vm *vm, Value *args, int argc) {
    (void)argc;
    Loop *loop = self_of(args);
    if (!event_loop_check_can_run(vm, loop))
        return NOTHING;
    Future *future = asyncio_ensure_future(vm, args[1], loop);
    if (!future)
        return NOTHING;
    if (!is_future(args[1]))
        future->head.flags |= TASK_QUIET;
    return event_loop_run_until_complete(vm, loop, future);
}

static Value method_stop(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    self_of(args)->stopping = true;
    return NONE;
}

static Value method_close(Vm *vm, Value *args, int argc) {
    (void)argc;
    Loop *loop = self_of(args);
    if (loop->running)
        return vm_raise(vm, vm->exceptions.RuntimeError, "Cannot close a running event loop");
    if (loop->closed)
        return NONE;
    event_loop_close(vm, loop);
    return asyncio_close_executor(vm, loop) ? NONE : NOTHING;
}

static Value method_is_running(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->running);
}

static Value method_is_closed(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->closed);
}

static Value method_time(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return float_value(vm, event_loop_time(vm));
}

/* ---- Callbacks ---- */

static Tuple *arguments_of(Vm *vm, const Value *args, int count) {
    return count > 0 ? tuple_new(vm, args, count) : NULL;
}

static Value raise_missing(Vm *vm, const char *method, const char *parameters) {
    return vm_raise(vm, vm->exceptions.TypeError, "BaseEventLoop.%s() missing %s", method, parameters);
}

/* What debug mode says of a callback that could only fail later. False: raised. */
static bool check_callback(Vm *vm, const Loop *loop, Value callback, const char *method) {
    if (!loop->debug)
        return true;
    if (is_coroutine(vm, callback) || asyncio_is_coroutine_function(vm, callback)) {
        vm_raise(vm, vm->exceptions.TypeError, "coroutines cannot be used with %s()", method);
        return false;
    }
    if (value_is_callable(vm, callback))
        return true;
    vm_raise(vm, vm->exceptions.TypeError, "a callable object was expected by %s(), got %R", method,
             callback);
    return false;
}

/* self, context, callback, arguments... */
static Value schedule_soon(Vm *vm, const char *method, Value *args, int argc, bool any_thread) {
    Loop *loop = self_of(args);
    if (argc < 3)
        return raise_missing(vm, method, "1 required positional argument: 'callback'");
    Value context = asyncio_context_argument(vm, args[1]);
    if (context == NOTHING || !event_loop_check_open(vm, loop) ||
        (!any_thread && !loop_debug_check_thread(vm, loop)) || !check_callback(vm, loop, args[2], method))
        return NOTHING;
    Handle *handle = handle_new(vm, loop, args[2], arguments_of(vm, args + 3, argc - 3), context);
    event_loop_push(loop, ready_target(READY_HANDLE, handle), NOTHING);
    return object_value(handle);
}

static Value method_call_soon(Vm *vm, Value *args, int argc) {
    return schedule_soon(vm, "call_soon", args, argc, false);
}

static Value method_call_soon_threadsafe(Vm *vm, Value *args, int argc) {
    Value handle = schedule_soon(vm, "call_soon_threadsafe", args, argc, true);
    if (handle != NOTHING)
        event_loop_wake(vm, self_of(args));
    return handle;
}

static Value schedule_at(Vm *vm, Loop *loop, double when, const Value *args, int argc) {
    Value context = asyncio_context_argument(vm, args[1]);
    if (context == NOTHING || !event_loop_check_open(vm, loop) || !loop_debug_check_thread(vm, loop) ||
        !check_callback(vm, loop, args[3], "call_at"))
        return NOTHING;
    TimerHandle *timer =
        timer_handle_new(vm, loop, when, args[3], arguments_of(vm, args + 4, argc - 4), context);
    timer->timer = event_loop_set_timer(vm, loop, when, ready_target(READY_HANDLE, timer), NOTHING);
    timer->handle.head.flags |= HANDLE_SCHEDULED;
    return object_value(timer);
}

/* A delay or deadline; false: raised what adding it to a float would. */
static bool seconds_argument(Vm *vm, Value v, double *seconds) {
    if (is_float(v) || value_is_integer(v))
        return value_to_double(vm, v, seconds);
    Value sum = value_binary(vm, BINARY_ADD, float_value(vm, 0), v);
    return sum != NOTHING && value_to_double(vm, sum, seconds);
}

/* self, context, delay, callback, arguments... */
static Value method_call_later(Vm *vm, Value *args, int argc) {
    double delay;
    if (argc < 4)
        return raise_missing(vm, "call_later",
                             argc == 3 ? "1 required positional argument: 'callback'"
                                       : "2 required positional arguments: 'delay' and 'callback'");
    if (args[2] == NONE)
        return vm_raise(vm, vm->exceptions.TypeError, "delay must not be None");
    if (!seconds_argument(vm, args[2], &delay))
        return NOTHING;
    return schedule_at(vm, self_of(args), event_loop_time(vm) + delay, args, argc);
}

static Value method_call_at(Vm *vm, Value *args, int argc) {
    double when;
    if (argc < 4)
        return raise_missing(vm, "call_at",
                             argc == 3 ? "1 required positional argument: 'callback'"
                                       : "2 required positional arguments: 'when' and 'callback'");
    if (args[2] == NONE)
        return vm_raise(vm, vm->exceptions.TypeError, "when cannot be None");
    if (!seconds_argument(vm, args[2], &when))
        return NOTHING;
    return schedule_at(vm, self_of(args), when, args, argc);
}

/* ---- Tasks and futures ---- */

static Value method_create_future(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(future_new(vm, self_of(args)));
}

static Value method_set_task_factory(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (args[1] != NONE && !value_is_callable(vm, args[1]))
        return vm_raise(vm, vm->exceptions.TypeError, "task factory must be a callable or None");
    self_of(args)->task_factory = args[1];
    return NONE;
}

static Value method_get_task_factory(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return self_of(args)->task_factory;
}

/* ---- Exceptions ---- */

static Value method_set_exception_handler(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value handler = args[1];
    if (handler != NONE && !value_is_callable(vm, handler))
        return vm_raise(vm, vm->exceptions.TypeError, "A callable object or None is expected, got %R",
                        handler);
    self_of(args)->exception_handler = handler;
    return NONE;
}

static Value method_get_exception_handler(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return self_of(args)->exception_handler;
}

static bool check_context(Vm *vm, Value context) {
    if (is_dict(context))
        return true;
    vm_raise(vm, vm->exceptions.AttributeError, "'%T' object has no attribute 'get'", context);
    return false;
}

static Value method_call_exception_handler(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!check_context(vm, args[1]))
        return NOTHING;
    return event_loop_report(vm, self_of(args), AS(Dict, args[1])) ? NONE : NOTHING;
}

static Value method_default_exception_handler(Vm *vm, Value *args, int argc) {
    (void)argc;
    if (!check_context(vm, args[1]))
        return NOTHING;
    event_loop_report_default(vm, AS(Dict, args[1]));
    return NONE;
}

static Value method_get_debug(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(self_of(args)->debug);
}

static Value method_set_debug(Vm *vm, Value *args, int argc) {
    (void)argc;
    int truth = value_truth(vm, args[1]);
    if (truth < 0)
        return NOTHING;
    event_loop_set_debug(vm, self_of(args), truth);
    return NONE;
}

/* ---- Shutting down ---- */

typedef struct AsyncGeneratorShutdown {
    NativeCoroutine base;
    Loop *loop;
    List *generators;
    Gathering *gathering;
} AsyncGeneratorShutdown;

/* Those that are still to be closed. */
static List *take_async_generators(Vm *vm, Loop *loop) {
    List *generators = list_new(vm, loop->async_generator_count);
    for (uint32_t i = 0; i < loop->async_generator_count; i++)
        if (loop->async_generators[i]->state != GENERATOR_FINISHED)
            list_append(vm, generators, object_value(loop->async_generators[i]));
    loop->async_generator_count = 0;
    return generators;
}

static bool close_async_generators(Vm *vm, AsyncGeneratorShutdown *self) {
    Loop *loop = self->loop;
    self->gathering = gathering_new(vm, loop, (uint32_t)self->generators->count, true);
    for (int64_t i = 0; i < self->generators->count; i++) {
        Value exit = exception_new(vm, vm->exceptions.GeneratorExit, NULL);
        Value step = async_step_new(vm, AS(Generator, self->generators->items[i]), LINK_ACLOSE, NONE, exit);
        Task *task = task_new(vm, loop, step, NOTHING, NONE);
        if (!task || !gathering_add(vm, self->gathering, &task->future, false))
            return false;
        task->future.head.flags |= TASK_QUIET;
    }
    return true;
}

static void report_failed_closes(Vm *vm, Loop *loop, List *generators, List *results) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(generators));
    vm_root(vm, object_value(results));
    for (int64_t i = 0; i < results->count; i++) {
        if (!is_instance(vm, results->items[i], vm->exceptions.Exception))
            continue;
        String *message = string_format(vm, "an error occurred during closing of asynchronous generator %R",
                                        generators->items[i]);
        event_loop_report_about(vm, loop, message->chars, results->items[i], "asyncgen",
                                generators->items[i]);
    }
    vm_root_reset(vm, mark);
}

static ResumeResult shutdown_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    AsyncGeneratorShutdown *self = (AsyncGeneratorShutdown *)base;
    (void)sent;
    if (base->step == 0) {
        self->loop->asyncgens_shut_down = true;
        self->generators = take_async_generators(vm, self->loop);
        if (self->generators->count == 0)
            return RESUME_RETURNED;
        if (!close_async_generators(vm, self))
            return RESUME_RAISED;
        base->step = 1;
    }
    Value results;
    ResumeResult outcome = future_step(vm, object_value(self->gathering), thrown, &results);
    if (outcome != RESUME_RETURNED) {
        *result = results;
        return outcome;
    }
    report_failed_closes(vm, self->loop, self->generators, AS(List, results));
    return RESUME_RETURNED;
}

static void shutdown_trace(Heap *heap, NativeCoroutine *base) {
    AsyncGeneratorShutdown *self = (AsyncGeneratorShutdown *)base;
    heap_mark_object(heap, self->loop);
    heap_mark_object(heap, self->generators);
    heap_mark_object(heap, self->gathering);
}

static const NativeCoroutineDef asyncgens_def = {"BaseEventLoop.shutdown_asyncgens",
                                                 sizeof(AsyncGeneratorShutdown), shutdown_resume,
                                                 shutdown_trace, NULL};

typedef struct ExecutorShutdown {
    NativeCoroutine base;
    Loop *loop;
} ExecutorShutdown;

static void executor_trace(Heap *heap, NativeCoroutine *base) {
    heap_mark_object(heap, ((ExecutorShutdown *)base)->loop);
}

static ResumeResult refuse_executors(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    (void)vm, (void)sent, (void)thrown, (void)result;
    ((ExecutorShutdown *)base)->loop->executors = FALSE_VALUE;
    return RESUME_RETURNED;
}

static const NativeCoroutineDef executor_def = {"BaseEventLoop.shutdown_default_executor",
                                                sizeof(ExecutorShutdown), refuse_executors, executor_trace,
                                                NULL};

static Value method_shutdown_asyncgens(Vm *vm, Value *args, int argc) {
    (void)argc;
    AsyncGeneratorShutdown *coroutine = native_coroutine_new(vm, &asyncgens_def);
    coroutine->loop = self_of(args);
    return object_value(coroutine);
}

static Value method_shutdown_default_executor(Vm *vm, Value *args, int argc) {
    (void)argc;
    Loop *loop = self_of(args);
    if (is_object(loop->executors))
        return asyncio_shutdown_executor(vm, loop, args[1]);
    ExecutorShutdown *coroutine = native_coroutine_new(vm, &executor_def);
    coroutine->loop = loop;
    return object_value(coroutine);
}

/* What asyncio/threads.py keeps with the loop: None, its executors, or False when it is to have none. */
static Value method_get_executors(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return self_of(args)->executors;
}

static Value method_set_executors(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    self_of(args)->executors = args[1];
    return NONE;
}

/* ---- Descriptors ---- */

/* A descriptor, or an object that has one. */
static bool descriptor_argument(Vm *vm, Value v, int *descriptor) {
    if (!value_is_integer(v)) {
        Value method = value_find_attribute(vm, v, string_intern_c(vm, "fileno"));
        if (method == NOTHING) {
            vm_clear_exception(vm);
            vm_raise(vm, vm->exceptions.ValueError, "Invalid file object: %R", v);
            return false;
        }
        v = vm_call0(vm, method);
        if (v == NOTHING)
            return false;
    }
    int64_t number;
    if (!value_to_index(vm, v, &number))
        return false;
    if (number < 0 || number > INT32_MAX) {
        vm_raise(vm, vm->exceptions.ValueError, "Invalid file descriptor: %l", number);
        return false;
    }
    *descriptor = (int)number;
    return true;
}

/* A transport's own descriptor is not for anybody else. False: raised. */
static bool check_no_transport(Vm *vm, const Loop *loop, int descriptor) {
    Watcher *watcher = event_loop_watcher(loop, descriptor);
    if (!watcher || !is_native(object_value(watcher), &transport_layout) || ((Transport *)watcher)->closing)
        return true;
    vm_raise(vm, vm->exceptions.RuntimeError, "File descriptor %d is used by transport %R", descriptor,
             object_value(watcher));
    return false;
}

static Value add_watch(Vm *vm, Value *args, int argc, int interest) {
    Loop *loop = self_of(args);
    int descriptor;
    bool removed;
    if (!event_loop_check_open(vm, loop) || !descriptor_argument(vm, args[1], &descriptor) ||
        !check_no_transport(vm, loop, descriptor))
        return NOTHING;
    Handle *handle = handle_new(vm, loop, args[2], arguments_of(vm, args + 3, argc - 3), NONE);
    ReadyTarget target = ready_target(READY_HANDLE, handle);
    int error = event_loop_set_watch(vm, loop, descriptor, interest, target, &removed);
    return error ? vm_raise_errno(vm, error, NOTHING) : NONE;
}

static Value remove_watch(Vm *vm, Value *args, int interest) {
    Loop *loop = self_of(args);
    int descriptor;
    bool removed;
    if (loop->closed)
        return FALSE_VALUE;
    if (!descriptor_argument(vm, args[1], &descriptor) || !check_no_transport(vm, loop, descriptor))
        return NOTHING;
    int error = event_loop_set_watch(vm, loop, descriptor, interest, 0, &removed);
    return error ? vm_raise_errno(vm, error, NOTHING) : bool_value(removed);
}

static Value method_add_reader(Vm *vm, Value *args, int argc) {
    return add_watch(vm, args, argc, POLL_READ);
}

static Value method_add_writer(Vm *vm, Value *args, int argc) {
    return add_watch(vm, args, argc, POLL_WRITE);
}

static Value method_remove_reader(Vm *vm, Value *args, int argc) {
    (void)argc;
    return remove_watch(vm, args, POLL_READ);
}

static Value method_remove_writer(Vm *vm, Value *args, int argc) {
    (void)argc;
    return remove_watch(vm, args, POLL_WRITE);
}

/* ---- The type ---- */

static const NativeDef methods[] = {
    {"run_forever", method_run_forever, 1, 1, 0, NULL},
    {"run_until_complete", method_run_until_complete, 2, 2, 0, "future"},
    {"stop", method_stop, 1, 1, 0, NULL},
    {"close", method_close, 1, 1, 0, NULL},
    {"is_running", method_is_running, 1, 1, 0, NULL},
    {"is_closed", method_is_closed, 1, 1, 0, NULL},
    {"time", method_time, 1, 1, 0, NULL},
    {"call_soon", method_call_soon, 2, -1, 0, "*,context"},
    {"call_soon_threadsafe", method_call_soon_threadsafe, 2, -1, 0, "*,context"},
    {"call_later", method_call_later, 3, -1, 0, "*,context"},
    {"call_at", method_call_at, 3, -1, 0, "*,context"},
    {"create_future", method_create_future, 1, 1, 0, NULL},
    {"create_task", asyncio_loop_create_task, 2, 2, 0, "coro,*,name,context,eager_start"},
    {"set_task_factory", method_set_task_factory, 2, 2, 0, "factory"},
    {"get_task_factory", method_get_task_factory, 1, 1, 0, NULL},
    {"set_exception_handler", method_set_exception_handler, 2, 2, 0, "handler"},
    {"get_exception_handler", method_get_exception_handler, 1, 1, 0, NULL},
    {"call_exception_handler", method_call_exception_handler, 2, 2, 0, "context"},
    {"default_exception_handler", method_default_exception_handler, 2, 2, 0, "context"},
    {"get_debug", method_get_debug, 1, 1, 0, NULL},
    {"set_debug", method_set_debug, 2, 2, 0, "enabled"},
    {"shutdown_asyncgens", method_shutdown_asyncgens, 1, 1, NATIVE_COROUTINE_FUNCTION, NULL},
    {"shutdown_default_executor", method_shutdown_default_executor, 1, 2, NATIVE_COROUTINE_FUNCTION,
     "timeout"},
    {"_get_executors", method_get_executors, 1, 1, 0, NULL},
    {"_set_executors", method_set_executors, 2, 2, 0, NULL},
    END_OF_FUNCTIONS,
};

static const NativeDef selector_methods[] = {
    {"add_reader", method_add_reader, 3, -1, 0, NULL},
    {"add_writer", method_add_writer, 3, -1, 0, NULL},
    {"remove_reader", method_remove_reader, 2, 2, 0, NULL},
    {"remove_writer", method_remove_writer, 2, 2, 0, NULL},
    END_OF_FUNCTIONS,
};

static const NativeDef unix_methods[] = {
    {"add_signal_handler", loop_add_signal_handler, 3, -1, 0, NULL},
    {"remove_signal_handler", loop_remove_signal_handler, 2, 2, 0, NULL},
    END_OF_FUNCTIONS,
};

static Value loop_repr(Vm *vm, Value self) {
    const Loop *loop = AS(Loop, self);
    return object_value(string_format(vm, "<%T running=%s closed=%s debug=%s>", self,
                                      loop->running ? "True" : "False", loop->closed ? "True" : "False",
                                      loop->debug ? "True" : "False"));
}

static Value loop_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    Loop *loop = type_allocate(vm, type);
    event_loop_initialize(vm, loop);
    return object_value(loop);
}

static bool loop_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)self;
    return arguments_check_positional(vm, "_UnixSelectorEventLoop", argc, keywords, 0, 0);
}

static Value get_slow_callback_duration(Vm *vm, Value self) {
    return float_value(vm, AS(Loop, self)->slow_callback_duration);
}

static bool set_slow_callback_duration(Vm *vm, Value self, Value value) {
    if (value == NOTHING) {
        vm_raise(vm, vm->exceptions.AttributeError, "slow_callback_duration");
        return false;
    }
    return seconds_argument(vm, value, &AS(Loop, self)->slow_callback_duration);
}

static const NativePropertyDef properties[] = {
    {"slow_callback_duration", get_slow_callback_duration, set_slow_callback_duration},
    END_OF_PROPERTIES,
};

/* The classes that CPython's loop is made of. All of them work alike here. */
static const TypeDef base_def = {
    .name = "BaseEventLoop",
    .module = "asyncio.base_events",
    .kind = KIND_NATIVE,
    .layout = &loop_layout,
    .size = sizeof(Loop),
    .flags = TYPE_LIKE_SCRIPT,
    .ops = {.repr = loop_repr},
    .create = loop_create,
    .initialize = loop_initialize,
    .methods = methods,
    .properties = properties,
};

static const TypeDef selector_def = {
    .name = "BaseSelectorEventLoop",
    .module = "asyncio.selector_events",
    .kind = KIND_NATIVE,
    .layout = &loop_layout,
    .size = sizeof(Loop),
    .flags = TYPE_LIKE_SCRIPT,
    .methods = selector_methods,
};

static const TypeDef unix_def = {
    .name = "_UnixSelectorEventLoop",
    .module = "asyncio.unix_events",
    .kind = KIND_NATIVE,
    .layout = &loop_layout,
    .size = sizeof(Loop),
    .flags = TYPE_LIKE_SCRIPT,
    .methods = unix_methods,
};

void loop_type_setup(Vm *vm, Module *module) {
    Type *abstract = abstract_loop_setup(vm, module);
    Type *base = asyncio_add_type(vm, module, &base_def, abstract);
    Type *selector = asyncio_add_type(vm, NULL, &selector_def, base);
    Type *type = asyncio_add_type(vm, NULL, &unix_def, selector);
    vm->scheduler->loop_type = type;
    asyncio_add_later_methods(vm, selector);
    dict_set_c(vm, module->namespace, "SelectorEventLoop", object_value(type));
    dict_set_c(vm, module->namespace, "EventLoop", object_value(type));
}
