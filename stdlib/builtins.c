#include "stdlib/builtins.h"

#include "stdlib/forwarding.h"
#include "stdlib/modules.h"
#include "stdlib/stdlib_state.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/import.h"

static const NativeDef functions[] = {
#define X(name, min, max, flags, keywords) {#name, builtin_##name, min, max, flags, keywords},
    BUILTIN_FUNCTIONS(X)
#undef X
};

/* The core types that scripts know by name. */
static const ObjectKind core_types[] = {
    KIND_BOOL,     KIND_BYTES,     KIND_BYTEARRAY, KIND_CLASS_METHOD,  KIND_DICT,
    KIND_FLOAT,    KIND_FROZENSET, KIND_INSTANCE,  KIND_LIST,          KIND_RANGE,
    KIND_SET,      KIND_SLICE,     KIND_SMALL_INT, KIND_STRING,        KIND_SUPER,
    KIND_PROPERTY, KIND_TUPLE,     KIND_TYPE,      KIND_STATIC_METHOD,
};

static void add_type(Vm *vm, Type *type) {
    dict_set_string(vm, vm->builtins, type->name, object_value(type));
}

static const NativeDef open_def = {"open", NULL, 0, -1, NATIVE_RAW, NULL};

/* Where the vm has no prompt, what interactive code echoes goes where print() writes. */
static bool display_printed(Vm *vm, String *text) {
    return vm_call1(vm, dict_get_c(vm, vm->builtins, "print"), object_value(text)) != NOTHING;
}

bool builtins_setup(Vm *vm) {
    vm->display = display_printed;
    StdlibState *state = stdlib_state(vm);
    String *module = string_intern_c(vm, "builtins");
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        dict_set_c(vm, vm->builtins, functions[i].name, native_function_new(vm, &functions[i], NULL, module));
    for (size_t i = 0; i < sizeof core_types / sizeof *core_types; i++)
        add_type(vm, vm->types_by_kind[core_types[i]]);
    add_type(vm, state->enumerate_type);
    add_type(vm, state->filter_type);
    add_type(vm, state->map_type);
    add_type(vm, state->reversed_type);
    add_type(vm, state->zip_type);
    dict_set_c(vm, vm->builtins, "open", forwarding_new(vm, &open_def, NULL, "io"));
    dict_set_c(vm, vm->builtins, "None", NONE);
    dict_set_c(vm, vm->builtins, "True", TRUE_VALUE);
    dict_set_c(vm, vm->builtins, "False", FALSE_VALUE);
    dict_set_c(vm, vm->builtins, "NotImplemented", NOT_IMPLEMENTED);
    dict_set_c(vm, vm->builtins, "Ellipsis", ELLIPSIS);
    dict_set_c(vm, vm->builtins, "__debug__", TRUE_VALUE);
    dict_set_c(vm, vm->builtins, "__build_class__", vm->build_class);
    dict_set_string(vm, vm->builtins, vm->names.name, object_value(module));
    dict_set_string(vm, vm->builtins, vm->names.doc, NONE);
    quitters_setup(vm);
    Module *builtins = module_new(vm, module);
    builtins->namespace = vm->builtins;
    dict_set_string(vm, vm->modules, module, object_value(builtins));
    return true;
}

/* The module that a script imports has the very names that all modules see. */
static bool share_names(Vm *vm, Module *module) {
    module->namespace = vm->builtins;
    return true;
}

const ModuleDef builtins_module = {"builtins", NULL, share_names};
