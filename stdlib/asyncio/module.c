/* Module asyncio: what all its files share, the small functions, and the table. */
#include <stdio.h>

#include "stdlib/asyncio/asyncio.h"
#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "vm/callback_text.h"
#include "vm/memory.h"
#include "vm/set.h"

/* ---- Helpers of all files ---- */

Type *asyncio_add_type(Vm *vm, Module *module, const TypeDef *def, Type *base) {
    Type *type = type_new_native(vm, def, base);
    stdlib_keep(vm, object_value(type));
    if (module)
        dict_set_c(vm, module->namespace, def->name, object_value(type));
    return type;
}

Type *asyncio_add_exception(Vm *vm, Module *module, const char *name, const char *module_name, Type *base) {
    Type *type = exception_class_new(vm, name, module_name, base);
    stdlib_keep(vm, object_value(type));
    dict_set_c(vm, module->namespace, name, object_value(type));
    return type;
}

Loop *asyncio_running_loop(Vm *vm) {
    /* Code at the REPL's prompt counts as running in the REPL's loop. */
    Loop *loop = vm->thread->running_loop;
    if (!loop)
        vm_raise(vm, vm->exceptions.RuntimeError, "no running event loop");
    return loop;
}

bool asyncio_loop_argument(Vm *vm, Value argument, Loop **loop) {
    if (argument == NOTHING || argument == NONE)
        return true;
    *loop = asyncio_loop_required(vm, argument);
    return *loop;
}

Loop *asyncio_loop_required(Vm *vm, Value argument) {
    if (is_native(argument, &loop_layout))
        return AS(Loop, argument);
    vm_raise(vm, vm->exceptions.TypeError, "an event loop is required, not %T", argument);
    return NULL;
}

Value asyncio_context_argument(Vm *vm, Value argument) {
    if (argument == NOTHING || argument == NONE)
        return NONE;
    if (is_native(argument, &context_layout))
        return argument;
    return vm_raise(vm, vm->exceptions.TypeError, "a contextvars.Context is required, not %T", argument);
}

Value asyncio_overridden(Vm *vm, Value self, const char *name) {
    Type *type = type_of(vm, self);
    if (type->flags & TYPE_NATIVE)
        return NOTHING;
    Value method = type_lookup(vm, type, string_intern_c(vm, name));
    return is_kind(method, KIND_NATIVE_FUNCTION) ? NOTHING : method;
}

void asyncio_set_await(Vm *vm, const Dict *namespace, const char *name, NativeAwaitPointer await) {
    native_function_set_await(dict_get_c(vm, namespace, name), await);
}

void asyncio_write_object(Vm *vm, Value self, StringBuilder *out) {
    char address[32];
    snprintf(address, sizeof address, "%p", (void *)as_object(self));
    Type *type = type_of(vm, self);
    builder_format(vm, out, "<%S.%S object at %s", type->module, type->qualname, address);
}

bool asyncio_seconds_argument(Vm *vm, Value v, double *seconds) {
    if (!is_float(v) && !value_is_integer(v) && value_compare_truth(vm, CMP_LE, v, small_int(0)) < 0)
        return false;
    return value_to_double(vm, v, seconds);
}

bool asyncio_delay_argument(Vm *vm, Value v, double *seconds) {
    if (is_float(v) || value_is_integer(v))
        return value_to_double(vm, v, seconds);
    vm_raise(vm, vm->exceptions.TypeError, "unsupported operand type(s) for +: 'float' and '%T'", v);
    return false;
}

/* ---- Awaiting anything ---- */

bool asyncio_await_begin(Vm *vm, Value awaitable, Value *inner) {
    *inner = awaitable_get(vm, awaitable, 0);
    return *inner != NOTHING;
}

ResumeResult asyncio_await_step(Vm *vm, Value inner, Value sent, Value thrown, Value *result) {
    return delegate_step(vm, inner, sent, thrown, result);
}

typedef struct AwaitableWrapper {
    NativeCoroutine base;
    Value awaitable, inner;
} AwaitableWrapper;

static ResumeResult wrapper_resume(Vm *vm, NativeCoroutine *base, Value sent, Value thrown, Value *result) {
    AwaitableWrapper *self = (AwaitableWrapper *)base;
    if (base->step == 0) {
        if (!asyncio_await_begin(vm, self->awaitable, &self->inner))
            return RESUME_RAISED;
        base->step = 1;
    }
    return asyncio_await_step(vm, self->inner, sent, thrown, result);
}

static void wrapper_trace(Heap *heap, NativeCoroutine *base) {
    heap_mark(heap, ((AwaitableWrapper *)base)->awaitable);
    heap_mark(heap, ((AwaitableWrapper *)base)->inner);
}

static const NativeCoroutineDef wrapper_def = {"_wrap_awaitable", sizeof(AwaitableWrapper), wrapper_resume,
                                               wrapper_trace, NULL};

Value asyncio_awaited_by_wrapper(const NativeCoroutine *coroutine) {
    return coroutine->def == &wrapper_def && coroutine->step > 0
               ? ((const AwaitableWrapper *)coroutine)->inner
               : NONE;
}

static bool is_awaitable(Vm *vm, Value v) {
    return is_coroutine(vm, v) || type_of(vm, v)->ops.await;
}

Future *asyncio_ensure_future(Vm *vm, Value v, Loop *loop) {
    if (is_future(v)) {
        if (loop && AS(Future, v)->loop != loop) {
            vm_raise(vm, vm->exceptions.ValueError,
                     "The future belongs to a different loop than the one specified as the loop argument");
            return NULL;
        }
        return AS(Future, v);
    }
    if (!is_coroutine(vm, v)) {
        if (!is_awaitable(vm, v)) {
            vm_raise(vm, vm->exceptions.TypeError,
                     "An asyncio.Future, a coroutine or an awaitable is required");
            return NULL;
        }
        AwaitableWrapper *wrapper = native_coroutine_new(vm, &wrapper_def);
        wrapper->awaitable = v;
        v = object_value(wrapper);
    }
    if (!loop) {
        size_t mark = vm_root_mark(vm);
        vm_root(vm, v);
        loop = asyncio_get_loop(vm);
        vm_root_reset(vm, mark);
        if (!loop)
            return NULL;
    }
    Value task = asyncio_create_task(vm, loop, v, NOTHING, NOTHING);
    if (task == NOTHING)
        return NULL;
    if (!is_future(task)) {
        vm_raise(vm, vm->exceptions.TypeError, "the task factory returned %R, which is no future", task);
        return NULL;
    }
    return AS(Future, task);
}

/* ---- Completions ---- */

static void completion_trace(Heap *heap, Obj *self) {
    ((Completion *)self)->def->trace(heap, (Completion *)self);
}

static void completion_release(Vm *vm, Obj *self) {
    (void)vm;
    if (((Completion *)self)->def->release)
        ((Completion *)self)->def->release((Completion *)self);
}

static const NativeLayout completion_layout = {"completion", sizeof(Completion), completion_trace,
                                               completion_release};

static const TypeDef completion_def = {
    .name = "completion",
    .module = "asyncio",
    .kind = KIND_NATIVE,
    .layout = &completion_layout,
    .size = sizeof(Completion),
    .flags = TYPE_FINAL | TYPE_NO_INSTANCES,
};

void *completion_new(Vm *vm, const CompletionDef *def) {
    Completion *completion = heap_allocate(vm->heap, def->size, KIND_NATIVE, asyncio_types(vm)->completion);
    completion->def = def;
    return completion;
}

/* ---- Functions ---- */

static Value ensure_future(Vm *vm, Value *args, int argc) {
    (void)argc;
    Loop *loop = NULL;
    if (!asyncio_loop_argument(vm, args[1], &loop))
        return NOTHING;
    Future *future = asyncio_ensure_future(vm, args[0], loop);
    return future ? object_value(future) : NOTHING;
}

/* The loop that all_tasks() and current_task() mean; NULL: raised. */
static Loop *loop_or_running(Vm *vm, Value argument) {
    Loop *loop = NULL;
    if (!asyncio_loop_argument(vm, argument, &loop))
        return NULL;
    return loop ? loop : asyncio_running_loop(vm);
}

Value asyncio_current_task(Vm *vm, Value *args, int argc) {
    (void)argc;
    Loop *loop = loop_or_running(vm, args[0]);
    if (!loop)
        return NOTHING;
    Task *task = vm->thread->current_task;
    return task && task->future.loop == loop ? object_value(task) : NONE;
}

List *asyncio_pending_tasks(Vm *vm, Loop *loop) {
    List *tasks = list_new(vm, 0);
    uint32_t place = 0;
    for (Task *task; (task = pending_tasks_next(&vm->scheduler->pending, &place));)
        if (task->future.loop == loop && heap_revive(vm->heap, &task->future.head))
            list_append(vm, tasks, object_value(task));
    return tasks;
}

Value asyncio_all_tasks(Vm *vm, Value *args, int argc) {
    (void)argc;
    Loop *loop = loop_or_running(vm, args[0]);
    if (!loop)
        return NOTHING;
    List *tasks = asyncio_pending_tasks(vm, loop);
    Set *set = set_new(vm);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(tasks));
    vm_root(vm, object_value(set));
    bool ok = true;
    for (int64_t i = 0; ok && i < tasks->count; i++)
        ok = set_add(vm, set, tasks->items[i]);
    vm_root_reset(vm, mark);
    return ok ? object_value(set) : NOTHING;
}

static Value get_running_loop(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    Loop *loop = asyncio_running_loop(vm);
    return loop ? object_value(loop) : NOTHING;
}

static Value get_running_loop_or_none(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    Loop *loop = vm->thread->running_loop;
    return loop ? object_value(loop) : NONE;
}

static Value get_event_loop(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    Loop *loop = asyncio_get_loop(vm);
    return loop ? object_value(loop) : NOTHING;
}

static Value new_event_loop(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    Loop *loop = asyncio_new_loop(vm);
    return loop ? object_value(loop) : NOTHING;
}

static Value set_event_loop(Vm *vm, Value *args, int argc) {
    (void)argc;
    return asyncio_set_loop(vm, args[0]) ? NONE : NOTHING;
}

static Value is_future_function(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(is_future(args[0]));
}

bool asyncio_is_coroutine_function(Vm *vm, Value v) {
    v = partial_target(vm, v);
    while (is_kind(v, KIND_BOUND_METHOD))
        v = AS(BoundMethod, v)->callable;
    if (is_kind(v, KIND_NATIVE_FUNCTION))
        return AS(NativeFunction, v)->def->flags & NATIVE_COROUTINE_FUNCTION;
    return is_kind(v, KIND_FUNCTION) && AS(Function, v)->code->flags & CODE_COROUTINE;
}

static Value is_coroutine_function(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return bool_value(asyncio_is_coroutine_function(vm, args[0]));
}

static Value is_coroutine_object(Vm *vm, Value *args, int argc) {
    (void)argc;
    return bool_value(is_coroutine(vm, args[0]));
}

static const NativeDef functions[] = {
    {"run", asyncio_run, 1, 1, NATIVE_LIKE_SCRIPT, "main,*,debug,loop_factory"},
    {"create_task", asyncio_create_task_function, 1, 1, NATIVE_LIKE_SCRIPT,
     "coro,*,name,context,eager_start"},
    {"eager_task_factory", asyncio_eager_task_factory, 2, 2, NATIVE_LIKE_SCRIPT,
     "loop,coro,*,name,context,eager_start"},
    {"create_eager_task_factory", asyncio_create_eager_task_factory, 1, 1, NATIVE_LIKE_SCRIPT,
     "custom_task_constructor"},
    {"sleep", asyncio_sleep, 1, 2, NATIVE_LIKE_SCRIPT | NATIVE_COROUTINE_FUNCTION, "delay,result"},
    {"gather", asyncio_gather, 0, -1, NATIVE_LIKE_SCRIPT, "*,return_exceptions"},
    {"wait", asyncio_wait, 1, 1, NATIVE_LIKE_SCRIPT | NATIVE_COROUTINE_FUNCTION, "fs,*,timeout,return_when"},
    {"wait_for", asyncio_wait_for, 2, 2, NATIVE_LIKE_SCRIPT | NATIVE_COROUTINE_FUNCTION, "fut,timeout"},
    {"shield", asyncio_shield, 1, 1, NATIVE_LIKE_SCRIPT, "arg"},
    {"as_completed", asyncio_as_completed, 1, 1, NATIVE_LIKE_SCRIPT, "fs,*,timeout"},
    {"timeout", asyncio_timeout, 1, 1, NATIVE_LIKE_SCRIPT, "delay"},
    {"timeout_at", asyncio_timeout_at, 1, 1, NATIVE_LIKE_SCRIPT, "when"},
    {"capture_call_graph", asyncio_capture_call_graph, 0, 1, NATIVE_LIKE_SCRIPT, "future,/,*,depth,limit"},
    {"format_call_graph", asyncio_format_call_graph, 0, 1, NATIVE_LIKE_SCRIPT, "future,/,*,depth,limit"},
    {"print_call_graph", asyncio_print_call_graph, 0, 1, NATIVE_LIKE_SCRIPT, "future,/,*,depth,limit,file"},
    {"ensure_future", ensure_future, 1, 1, NATIVE_LIKE_SCRIPT, "coro_or_future,*,loop"},
    {"current_task", asyncio_current_task, 0, 1, 0, "loop"},
    {"all_tasks", asyncio_all_tasks, 0, 1, NATIVE_LIKE_SCRIPT, "loop"},
    {"get_running_loop", get_running_loop, 0, 0, 0, NULL},
    {"_get_running_loop", get_running_loop_or_none, 0, 0, 0, NULL},
    {"get_event_loop", get_event_loop, 0, 0, 0, NULL},
    {"new_event_loop", new_event_loop, 0, 0, NATIVE_LIKE_SCRIPT, NULL},
    {"set_event_loop", set_event_loop, 1, 1, NATIVE_LIKE_SCRIPT, "loop"},
    {"isfuture", is_future_function, 1, 1, NATIVE_LIKE_SCRIPT, "obj"},
    {"iscoroutine", is_coroutine_object, 1, 1, NATIVE_LIKE_SCRIPT, "obj"},
    {"iscoroutinefunction", is_coroutine_function, 1, 1, NATIVE_LIKE_SCRIPT, "func"},
    {"__getattr__", asyncio_find_later, 1, 1, 0, NULL},
    {"__dir__", asyncio_list_names, 0, 0, 0, NULL},
    END_OF_FUNCTIONS,
};

/* ---- The module ---- */

static void add_constants(Vm *vm, Module *module) {
    AsyncioTypes *types = asyncio_types(vm);
    types->all_completed = object_value(string_intern_c(vm, "ALL_COMPLETED"));
    types->first_completed = object_value(string_intern_c(vm, "FIRST_COMPLETED"));
    types->first_exception = object_value(string_intern_c(vm, "FIRST_EXCEPTION"));
    const Value constants[] = {types->all_completed, types->first_completed, types->first_exception};
    for (int i = 0; i < 3; i++) {
        stdlib_keep(vm, constants[i]);
        dict_set_string(vm, module->namespace, AS(String, constants[i]), constants[i]);
    }
}

static void add_exceptions(Vm *vm, Module *module) {
    VmExceptions *known = &vm->exceptions;
    dict_set_c(vm, module->namespace, "CancelledError", object_value(known->CancelledError));
    dict_set_c(vm, module->namespace, "TimeoutError", object_value(known->TimeoutError));
    const char *from = "asyncio.exceptions";
    vm->scheduler->invalid_state_error =
        asyncio_add_exception(vm, module, "InvalidStateError", from, known->Exception);
    vm->scheduler->deadlock_error =
        asyncio_add_exception(vm, module, "DeadlockError", "asyncio", known->RuntimeError);
}

static bool setup(Vm *vm, Module *module) {
    if (!vm->scheduler) {
        scheduler_new(vm);
        vm->scheduler->library = memory_new_zeroed(1, sizeof(AsyncioTypes));
    }
    if (vm_import(vm, string_intern_c(vm, "contextvars")) == NOTHING)
        return false;
    vm->scheduler->find_awaited = asyncio_find_awaited;
    vm->scheduler->coroutine_giving_way = asyncio_sleep_giving_way;
    asyncio_types(vm)->completion = asyncio_add_type(vm, NULL, &completion_def, NULL);
    add_constants(vm, module);
    add_exceptions(vm, module);
    future_type_setup(vm, module);
    task_type_setup(vm, module);
    handle_type_setup(vm, module);
    loop_type_setup(vm, module);
    lock_setup(vm, module);
    event_setup(vm, module);
    semaphore_setup(vm, module);
    condition_setup(vm, module);
    barrier_setup(vm, module);
    queue_setup(vm, module);
    timeout_setup(vm, module);
    task_group_setup(vm, module);
    as_completed_setup(vm, module);
    call_graph_setup(vm, module);
    runner_setup(vm, module);
    policy_setup(vm, module);
    asyncio_set_await(vm, module->namespace, "sleep", asyncio_sleep_await);
    return true;
}

const ModuleDef asyncio_module = {"asyncio", functions, setup};
