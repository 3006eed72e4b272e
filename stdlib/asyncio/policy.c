/* Event loop policies: objects that say which loop is the current one, and make new ones.
 *
 * Until a script sets a policy of its own, nobody asks the default one: what it would do is done directly. */
#include "stdlib/asyncio/asyncio.h"
#include "stdlib/stdlib_state.h"

static bool is_custom(Vm *vm) {
    return vm->scheduler->loop_policy != NOTHING;
}

static Value call_policy(Vm *vm, const char *method, Value *args, int argc) {
    return vm_call_method(vm, vm->scheduler->loop_policy, string_intern_c(vm, method), args, argc);
}

static Loop *loop_of(Vm *vm, Value v) {
    Loop *loop = NULL;
    if (v == NOTHING || !asyncio_loop_argument(vm, v, &loop))
        return NULL;
    if (!loop)
        vm_raise(vm, vm->exceptions.TypeError, "an event loop is required, not %T", v);
    return loop;
}

Loop *asyncio_get_loop(Vm *vm) {
    if (!is_custom(vm) || vm->thread->running_loop)
        return event_loop_get(vm);
    return loop_of(vm, call_policy(vm, "get_event_loop", NULL, 0));
}

Loop *asyncio_new_loop(Vm *vm) {
    return is_custom(vm) ? loop_of(vm, call_policy(vm, "new_event_loop", NULL, 0)) : event_loop_new(vm);
}

static Value set_current(Vm *vm, Value v) {
    if (v != NONE && !is_native(v, &loop_layout))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "loop must be an instance of AbstractEventLoop or None, not '%T'", v);
    vm->thread->current_loop = v == NONE ? NULL : AS(Loop, v);
    return NONE;
}

bool asyncio_set_loop(Vm *vm, Value loop) {
    return (is_custom(vm) ? call_policy(vm, "set_event_loop", &loop, 1) : set_current(vm, loop)) != NOTHING;
}

/* ---- The classes ---- */

static Value refuse(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return vm_raise(vm, vm->exceptions.NotImplementedError, NULL);
}

static const NativeDef abstract_methods[] = {
    {"get_event_loop", refuse, 1, 1, 0, NULL},
    {"set_event_loop", refuse, 2, 2, 0, "loop"},
    {"new_event_loop", refuse, 1, 1, 0, NULL},
    END_OF_FUNCTIONS,
};

static Value method_get_event_loop(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    Loop *loop = event_loop_get(vm);
    return loop ? object_value(loop) : NOTHING;
}

static Value method_set_event_loop(Vm *vm, Value *args, int argc) {
    (void)argc;
    return set_current(vm, args[1]);
}

static Value method_new_event_loop(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    return object_value(event_loop_new(vm));
}

static const NativeDef methods[] = {
    {"get_event_loop", method_get_event_loop, 1, 1, 0, NULL},
    {"set_event_loop", method_set_event_loop, 2, 2, 0, "loop"},
    {"new_event_loop", method_new_event_loop, 1, 1, 0, NULL},
    END_OF_FUNCTIONS,
};

static const NativeLayout layout = {"AbstractEventLoopPolicy", sizeof(Obj), NULL, NULL};

static Value create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args, (void)argc, (void)keywords;
    return object_value(type_allocate(vm, type));
}

static const TypeDef abstract_def = {
    .name = "AbstractEventLoopPolicy",
    .module = "asyncio.events",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(Obj),
    .flags = TYPE_LIKE_SCRIPT,
    .create = create,
    .methods = abstract_methods,
};

static const TypeDef default_def = {
    .name = "_UnixDefaultEventLoopPolicy",
    .module = "asyncio.unix_events",
    .kind = KIND_NATIVE,
    .layout = &layout,
    .size = sizeof(Obj),
    .flags = TYPE_LIKE_SCRIPT,
    .methods = methods,
};

/* ---- Functions ---- */

static Value get_event_loop_policy(Vm *vm, Value *args, int argc) {
    (void)args, (void)argc;
    AsyncioTypes *types = asyncio_types(vm);
    if (is_custom(vm))
        return vm->scheduler->loop_policy;
    if (types->default_policy == NOTHING) {
        types->default_policy = object_value(type_allocate(vm, types->default_policy_type));
        stdlib_keep(vm, types->default_policy);
    }
    return types->default_policy;
}

static Value set_event_loop_policy(Vm *vm, Value *args, int argc) {
    (void)argc;
    AsyncioTypes *types = asyncio_types(vm);
    Value policy = args[0];
    if (policy != NONE && !is_instance(vm, policy, types->policy_type))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "policy must be an instance of AbstractEventLoopPolicy or None, not '%T'", policy);
    vm->scheduler->loop_policy = policy == NONE ? NOTHING : policy;
    vm->thread->current_loop = NULL; /* a new policy knows of none */
    return NONE;
}

static const NativeDef functions[] = {
    {"get_event_loop_policy", get_event_loop_policy, 0, 0, NATIVE_LIKE_SCRIPT, NULL},
    {"set_event_loop_policy", set_event_loop_policy, 1, 1, NATIVE_LIKE_SCRIPT, "policy"},
    END_OF_FUNCTIONS,
};

void policy_setup(Vm *vm, Module *module) {
    AsyncioTypes *types = asyncio_types(vm);
    types->policy_type = asyncio_add_type(vm, module, &abstract_def, NULL);
    types->default_policy_type = asyncio_add_type(vm, NULL, &default_def, types->policy_type);
    dict_set_c(vm, module->namespace, "DefaultEventLoopPolicy", object_value(types->default_policy_type));
    for (const NativeDef *function = functions; function->name; function++)
        dict_set_c(vm, module->namespace, function->name,
                   native_function_new(vm, function, NULL, module->name));
}
