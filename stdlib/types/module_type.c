/* Modules. */
#include "stdlib/types/names.h"
#include "stdlib/types/types.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/import.h"
#include "vm/list.h"

static Value module_create(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords) {
    (void)args;
    (void)argc;
    (void)keywords;
    Module *module = type_allocate(vm, type);
    module->namespace = dict_new_stable(vm);
    module->name = vm->empty_string;
    return object_value(module);
}

static bool module_initialize(Vm *vm, Value self, Value *args, int argc, Tuple *keywords) {
    Module *module = AS(Module, self);
    if (keywords || argc < 1 || argc > 2 || !is_string(args[0])) {
        if (argc < 1)
            vm_raise(vm, vm->exceptions.TypeError, "module() missing required argument 'name' (pos 1)");
        else
            vm_raise(vm, vm->exceptions.TypeError, "module() takes a name and a doc");
        return false;
    }
    module->name = AS(String, args[0]);
    dict_set_string(vm, module->namespace, vm->names.name, args[0]);
    dict_set_string(vm, module->namespace, vm->names.doc, argc > 1 ? args[1] : NONE);
    dict_set_string(vm, module->namespace, vm->names.package, NONE);
    dict_set_string(vm, module->namespace, vm->names.loader, NONE);
    dict_set_string(vm, module->namespace, vm->names.spec, NONE);
    return true;
}

static Value module_name(Vm *vm, const Module *module) {
    Value name = dict_get_string(module->namespace, vm->names.name);
    return is_string(name) ? name : object_value(module->name);
}

/* Its body is still being run. */
static bool is_being_imported(Vm *vm, const Module *module) {
    for (const Frame *frame = vm->thread->frame; frame; frame = frame->back)
        if ((frame->code->flags & CODE_MODULE) && frame->code->globals == module->namespace)
            return true;
    return false;
}

static Value module_get_attribute(Vm *vm, Value self, String *name) {
    Module *module = AS(Module, self);
    Value value = dict_get_string(module->namespace, name);
    if (value != NOTHING && !descriptor_is_data(type_lookup(vm, module->head.type, name)))
        return value;
    value = attribute_find_generic(vm, self, name);
    if (value != NOTHING || vm_has_exception(vm))
        return value;
    Value fallback = dict_get_string(module->namespace, vm->names.getattr);
    if (fallback != NOTHING)
        return vm_call1(vm, fallback, object_value(name));
    bool partial = is_being_imported(vm, module) && module_name(vm, module) != object_value(vm->names.main);
    return vm_raise_about_name(vm, vm->exceptions.AttributeError, name, self,
                               partial ? "partially initialized module '%V' has no attribute '%S' "
                                         "(most likely due to a circular import)"
                                       : "module '%V' has no attribute '%S'",
                               module_name(vm, module), name);
}

static bool module_set_attribute(Vm *vm, Value self, String *name, Value value) {
    Module *module = AS(Module, self);
    Value in_type = type_lookup(vm, module->head.type, name);
    if (descriptor_is_data(in_type))
        return descriptor_set(vm, in_type, self, value);
    if (value != NOTHING) {
        dict_set_string(vm, module->namespace, name, value);
        return true;
    }
    if (dict_delete_string(vm, module->namespace, name))
        return true;
    vm_raise_about_name(vm, vm->exceptions.AttributeError, name, self,
                        "'module' object has no attribute '%S'", name);
    return false;
}

static Value module_repr(Vm *vm, Value self) {
    const Module *module = AS(Module, self);
    Value file = dict_get_string(module->namespace, vm->names.file);
    if (is_string(file))
        return object_value(string_format(vm, "<module %R from %R>", module_name(vm, module), file));
    bool builtin = vm->find_builtin_module && vm->find_builtin_module(module->name->chars);
    return object_value(
        string_format(vm, builtin ? "<module %R (built-in)>" : "<module %R>", module_name(vm, module)));
}

static Value module_dir(Vm *vm, Value *args, int argc) {
    (void)argc;
    const Module *module = AS(Module, args[0]);
    Value own = dict_get_string(module->namespace, vm->names.dir);
    return own != NOTHING ? vm_call0(vm, own) : list_of_keys(vm, module->namespace);
}

static Value get_dict(Vm *vm, Value self) {
    (void)vm;
    return object_value(AS(Module, self)->namespace);
}

static Value get_annotations(Vm *vm, Value self) {
    Module *module = AS(Module, self);
    Value annotations = dict_get_string(module->namespace, vm->names.annotations);
    if (annotations == NOTHING) {
        annotations = object_value(dict_new(vm));
        dict_set_string(vm, module->namespace, vm->names.annotations, annotations);
    }
    return annotations;
}

static bool set_annotations(Vm *vm, Value self, Value value) {
    Module *module = AS(Module, self);
    if (value == NOTHING)
        dict_delete_string(vm, module->namespace, vm->names.annotations);
    else
        dict_set_string(vm, module->namespace, vm->names.annotations, value);
    return true;
}

static const NativeDef methods[] = {
    {"__dir__", module_dir, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativePropertyDef properties[] = {
    {"__dict__", get_dict, NULL},
    {"__annotations__", get_annotations, set_annotations},
    {NULL, NULL, NULL},
};

static const TypeDef module_def = {
    .name = "module",
    .kind = KIND_MODULE,
    .size = sizeof(Module),
    .ops = {.repr = module_repr,
            .get_attribute = module_get_attribute,
            .set_attribute = module_set_attribute},
    .create = module_create,
    .initialize = module_initialize,
    .methods = methods,
    .properties = properties,
};

void module_type_setup(Vm *vm) {
    type_define_core(vm, KIND_MODULE, &module_def);
}
