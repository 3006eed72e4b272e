/* Making tasks: create_task(), task factories, and the factories that start tasks eagerly. */
#include "stdlib/asyncio/asyncio.h"

/* ---- With the loop's factory ---- */

/* factory(loop, coroutine), with the keywords that are given. */
static Value call_factory(Vm *vm, Loop *loop, Value coroutine, Value context, Value eager_start) {
    Value args[4] = {object_value(loop), coroutine}, names[2];
    int count = 0;
    if (context != NONE) {
        names[count] = object_value(string_intern_c(vm, "context"));
        args[2 + count++] = context;
    }
    if (eager_start != NOTHING) {
        names[count] = object_value(string_intern_c(vm, "eager_start"));
        args[2 + count++] = eager_start;
    }
    if (count == 0)
        return vm_call2(vm, loop->task_factory, args[0], args[1]);
    Tuple *keywords = tuple_new(vm, names, count);
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(keywords));
    for (int i = 0; i < 2 + count; i++)
        vm_root(vm, args[i]);
    Value task = vm_call(vm, loop->task_factory, args, 2 + count, keywords);
    vm_root_reset(vm, mark);
    return task;
}

/* task.set_name(name), of whatever a factory has made. False: raised. */
static bool set_name(Vm *vm, Value task, Value name) {
    Value method = value_find_attribute(vm, task, string_intern_c(vm, "set_name"));
    if (method == NOTHING)
        return !vm_has_exception(vm);
    return vm_call1(vm, method, name) != NOTHING;
}

static Value ask_factory(Vm *vm, Loop *loop, Value coroutine, Value name, Value context, Value eager_start) {
    size_t mark = vm_root_mark(vm);
    vm_root(vm, name);
    Value task = call_factory(vm, loop, coroutine, context, eager_start);
    vm_root(vm, task);
    if (task != NOTHING && name != NOTHING && !set_name(vm, task, name))
        task = NOTHING;
    vm_root_reset(vm, mark);
    return task;
}

/* ---- create_task() ---- */

static Value create(Vm *vm, Loop *loop, Value coroutine, Value name, Value context, Value eager_start) {
    if (name == NONE)
        name = NOTHING;
    if (name != NOTHING && (name = asyncio_name_argument(vm, name)) == NOTHING)
        return NOTHING;
    context = asyncio_context_argument(vm, context);
    if (context == NOTHING)
        return NOTHING;
    if (loop->task_factory != NONE)
        return ask_factory(vm, loop, coroutine, name, context, eager_start);
    int eagerly = eager_start == NOTHING ? 0 : value_truth(vm, eager_start);
    if (eagerly < 0)
        return NOTHING;
    Task *task = eagerly ? task_new_eager(vm, loop, coroutine, name, context)
                         : task_new(vm, loop, coroutine, name, context);
    return task ? object_value(task) : NOTHING;
}

Value asyncio_create_task(Vm *vm, Loop *loop, Value coroutine, Value name, Value context) {
    return create(vm, loop, coroutine, name, context, NOTHING);
}

static void use_up_number(Vm *vm, const Loop *loop, Value name) {
    if (name != NOTHING && name != NONE && loop->task_factory == NONE)
        vm->scheduler->next_task_number++;
}

Value asyncio_create_renamed_task(Vm *vm, Loop *loop, Value coroutine, Value name, Value context) {
    use_up_number(vm, loop, name);
    return asyncio_create_task(vm, loop, coroutine, name, context);
}

Value asyncio_create_task_function(Vm *vm, Value *args, int argc) {
    (void)argc;
    Loop *loop = asyncio_running_loop(vm);
    if (!loop)
        return NOTHING;
    use_up_number(vm, loop, args[1]);
    return create(vm, loop, args[0], args[1], args[2], args[3]);
}

Value asyncio_loop_create_task(Vm *vm, Value *args, int argc) {
    (void)argc;
    Loop *loop = AS(Loop, args[0]);
    if (!event_loop_check_open(vm, loop))
        return NOTHING;
    return create(vm, loop, args[1], args[2], args[3], args[4]);
}

/* ---- Eager factories ---- */

enum { FACTORY_LOOP, FACTORY_CORO, FACTORY_NAME, FACTORY_CONTEXT, FACTORY_EAGER_START, FACTORY_PARAMETERS };

/* loop, coro, *, name, context, eager_start */
Value asyncio_eager_task_factory(Vm *vm, Value *args, int argc) {
    (void)argc;
    Loop *loop = NULL;
    Value name = args[FACTORY_NAME] == NONE ? NOTHING : args[FACTORY_NAME];
    Value context = asyncio_context_argument(vm, args[FACTORY_CONTEXT]);
    int eagerly = args[FACTORY_EAGER_START] == NOTHING ? 1 : value_truth(vm, args[FACTORY_EAGER_START]);
    if (eagerly < 0 || context == NOTHING || !asyncio_loop_argument(vm, args[FACTORY_LOOP], &loop) ||
        (name != NOTHING && (name = asyncio_name_argument(vm, name)) == NOTHING))
        return NOTHING;
    if (!loop && !(loop = event_loop_get(vm)))
        return NOTHING;
    Task *task = eagerly ? task_new_eager(vm, loop, args[FACTORY_CORO], name, context)
                         : task_new(vm, loop, args[FACTORY_CORO], name, context);
    return task ? object_value(task) : NOTHING;
}

/* What create_eager_task_factory() returns: the constructor is its `extra`. */
static Value run_custom_factory(Vm *vm, NativeFunction *callee, Value *args, int argc, Tuple *keywords) {
    (void)argc, (void)keywords;
    static const char *const names[] = {"loop", "name", "context", "eager_start"};
    Value given[] = {args[FACTORY_CORO], args[FACTORY_LOOP], args[FACTORY_NAME], args[FACTORY_CONTEXT],
                     args[FACTORY_EAGER_START]};
    Tuple *passed = tuple_new(vm, NULL, 4);
    for (int i = 0; i < 4; i++)
        passed->items[i] = object_value(string_intern_c(vm, names[i]));
    for (int i = 2; i < 4; i++)
        if (given[i] == NOTHING)
            given[i] = NONE;
    if (given[4] == NOTHING)
        given[4] = TRUE_VALUE;
    size_t mark = vm_root_mark(vm);
    vm_root(vm, object_value(passed));
    Value task = vm_call(vm, callee->extra, given, 5, passed);
    vm_root_reset(vm, mark);
    return task;
}

Value asyncio_create_eager_task_factory(Vm *vm, Value *args, int argc) {
    static const NativeDef def = {"factory", NULL, 2, 2, 0, "loop,coro,*,name,context,eager_start"};
    (void)argc;
    return native_closure_new(vm, &def, NULL, run_custom_factory, args[0]);
}
