/* asyncio.Task. */
#include <stdio.h>

#include "stdlib/asyncio/asyncio.h"

static Task *self_of(const Value *args) {
    return AS(Task, args[0]);
}

Value asyncio_name_argument(Vm *vm, Value name) {
    if (is_string(name) && as_object(name)->type == vm->types_by_kind[KIND_STRING])
        return name;
    return value_str(vm, name);
}

/* ---- Coroutines in words ---- */

void asyncio_write_coroutine_name(Vm *vm, Value coroutine, StringBuilder *out) {
    if (is_native(coroutine, &async_generator_step_layout) || is_kind(coroutine, KIND_INSTANCE))
        builder_format(vm, out, "<%T without __name__>", coroutine);
    else
        builder_add_c(out, generator_qualname(coroutine));
}

void asyncio_write_coroutine(Vm *vm, Value coroutine, StringBuilder *out) {
    asyncio_write_coroutine_name(vm, coroutine, out);
    builder_add_c(out, "()");
    if (is_native(coroutine, &async_generator_step_layout) || is_kind(coroutine, KIND_INSTANCE))
        return;
    if (is_kind(coroutine, KIND_NATIVE_COROUTINE)) {
        bool finished = AS(NativeCoroutine, coroutine)->state == GENERATOR_FINISHED;
        builder_add_c(out, finished ? " done" : " running");
        return;
    }
    Generator *generator = AS(Generator, coroutine);
    Code *code = generator->frame.code;
    uint32_t instruction;
    if (!generator_place(coroutine, &code, &instruction))
        builder_format(vm, out, " done, defined at %S:%d", code->file_name, (int)code->first_line);
    else
        builder_format(vm, out, " running at %S:%d", code->file_name,
                       generator->state == GENERATOR_CREATED ? (int)code->first_line
                                                             : (int)code_position(code, instruction).line);
}

/* ---- Methods ---- */

static Value get_coroutine(Vm *vm, Value self) {
    (void)vm;
    Value coroutine = AS(Task, self)->coroutine;
    return coroutine == NOTHING ? NONE : coroutine;
}

static Value method_get_coro(Vm *vm, Value *args, int argc) {
    (void)argc;
    return get_coroutine(vm, args[0]);
}

static Value method_get_context(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(context_at(vm, &self_of(args)->context));
}

static Value method_get_name(Vm *vm, Value *args, int argc) {
    (void)argc;
    return object_value(task_name(vm, self_of(args)));
}

static Value method_set_name(Vm *vm, Value *args, int argc) {
    (void)argc;
    Value name = asyncio_name_argument(vm, args[1]);
    if (name == NOTHING)
        return NOTHING;
    self_of(args)->name = name;
    return NONE;
}

static Value method_cancelling(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    return small_int(self_of(args)->cancel_requests);
}

static Value method_uncancel(Vm *vm, Value *args, int argc) {
    (void)vm, (void)argc;
    Task *task = self_of(args);
    if (task->cancel_requests > 0)
        task->cancel_requests--;
    return small_int(task->cancel_requests);
}

static Value refuse(Vm *vm, const char *operation) {
    return vm_raise(vm, vm->exceptions.RuntimeError, "Task does not support %s operation", operation);
}

static Value method_set_result(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return refuse(vm, "set_result");
}

static Value method_set_exception(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return refuse(vm, "set_exception");
}

static const NativeDef methods[] = {
    {"get_coro", method_get_coro, 1, 1, 0, NULL},
    {"get_context", method_get_context, 1, 1, 0, NULL},
    {"get_name", method_get_name, 1, 1, 0, NULL},
    {"set_name", method_set_name, 2, 2, 0, NULL},
    {"cancelling", method_cancelling, 1, 1, 0, NULL},
    {"uncancel", method_uncancel, 1, 1, 0, NULL},
    {"set_result", method_set_result, 2, 2, 0, NULL},
    {"set_exception", method_set_exception, 2, 2, 0, NULL},
    {"get_stack", asyncio_task_get_stack, 1, 1, 0, "*,limit"},
    {"print_stack", asyncio_task_print_stack, 1, 1, 0, "*,limit,file"},
    {"all_tasks", asyncio_all_tasks, 0, 1, NATIVE_STATIC, "loop"},
    {"current_task", asyncio_current_task, 0, 1, NATIVE_STATIC, "loop"},
    END_OF_FUNCTIONS,
};

/* ---- Attributes ---- */

static Value get_waiter(Vm *vm, Value self) {
    (void)vm;
    return AS(Task, self)->waiter == NOTHING ? NONE : AS(Task, self)->waiter;
}

static Value get_must_cancel(Vm *vm, Value self) {
    (void)vm;
    return bool_value(AS(Task, self)->future.head.flags & TASK_MUST_CANCEL);
}

static Value get_log_destroyed(Vm *vm, Value self) {
    (void)vm;
    return bool_value(!(AS(Task, self)->future.head.flags & TASK_QUIET));
}

static bool set_log_destroyed(Vm *vm, Value self, Value value) {
    int truth = value == NOTHING ? 0 : value_truth(vm, value);
    if (truth < 0)
        return false;
    uint16_t flags = AS(Task, self)->future.head.flags;
    AS(Task, self)->future.head.flags = (uint16_t)(truth ? flags & ~TASK_QUIET : flags | TASK_QUIET);
    return true;
}

static const NativePropertyDef properties[] = {
    {"_fut_waiter", get_waiter, NULL},
    {"_must_cancel", get_must_cancel, NULL},
    {"_coro", get_coroutine, NULL},
    {"_log_destroy_pending", get_log_destroyed, set_log_destroyed},
    END_OF_PROPERTIES,
};

/* ---- The type ---- */

static bool initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    enum { CORO, LOOP, NAME, CONTEXT, EAGER_START, COUNT };
    Value given[COUNT];
    int positional = argc - (keywords ? (int)keywords->count : 0);
    if (positional > 1) {
        vm_raise(vm, vm->exceptions.TypeError, "Task() takes exactly 1 positional argument (%d given)",
                 positional);
        return false;
    }
    if (!arguments_bind(vm, "Task", "coro,loop,name,context,eager_start", 0, 1, args, argc, keywords, given))
        return false;
    Loop *loop = NULL;
    if (!asyncio_loop_argument(vm, given[LOOP], &loop))
        return false;
    if (!loop && !(loop = asyncio_get_loop(vm)))
        return false;
    Value name = given[NAME] == NONE ? NOTHING : given[NAME];
    if (name != NOTHING && (name = asyncio_name_argument(vm, name)) == NOTHING)
        return false;
    Value context = asyncio_context_argument(vm, given[CONTEXT]);
    if (context == NOTHING)
        return false;
    int eagerly = given[EAGER_START] == NOTHING ? 0 : value_truth(vm, given[EAGER_START]);
    if (eagerly < 0)
        return false;
    AS(Task, self)->future.loop = loop;
    AS(Task, self)->name = small_int(0);
    return (eagerly ? task_start_eagerly : task_initialize)(vm, AS(Task, self), loop, given[CORO], name,
                                                            context);
}

static const TypeDef task_def = {
    .name = "Task",
    .module = "_asyncio",
    .kind = KIND_NATIVE,
    .layout = &task_layout,
    .size = sizeof(Task),
    .flags = TYPE_SIDE_ATTRIBUTES | TYPE_DOTTED_NAME,
    .initialize = initialize,
    .methods = methods,
    .properties = properties,
};

void task_type_setup(Vm *vm, Module *module) {
    vm->scheduler->task_type = asyncio_add_type(vm, module, &task_def, vm->scheduler->future_type);
}
