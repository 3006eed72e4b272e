#include "vm/variables.h"

#include "vm/dict.h"

void raise_unbound_local(Vm *vm, Value name) {
    vm_raise(vm, vm->exceptions.UnboundLocalError,
             "cannot access local variable '%S' where it is not associated with a value", AS(String, name));
}

void raise_unbound_free(Vm *vm, Value name) {
    vm_raise(vm, vm->exceptions.NameError,
             "cannot access free variable '%S' where it is not associated with a value in enclosing scope",
             AS(String, name));
}

static Value raise_undefined(Vm *vm, Value name) {
    vm_raise(vm, vm->exceptions.NameError, "name '%S' is not defined", AS(String, name));
    AS(Exception, vm->thread->exception)->extra = name;
    return NOTHING;
}

Value global_load_late(Vm *vm, Value name) {
    Value v = dict_get_string(vm->builtins, AS(String, name));
    return v != NOTHING ? v : raise_undefined(vm, name);
}

bool global_delete(Vm *vm, Dict *globals, uint32_t slot) {
    Value name = globals->entries[slot].key;
    if (dict_delete_string(vm, globals, AS(String, name)))
        return true;
    raise_undefined(vm, name);
    return false;
}

Value class_name_load(Vm *vm, Dict *namespace, String *name, Dict *globals) {
    Value v = dict_get_string(namespace, name);
    if (v == NOTHING)
        v = dict_get_string(globals, name);
    return v != NOTHING ? v : global_load_late(vm, object_value(name));
}

bool class_name_delete(Vm *vm, Dict *namespace, String *name) {
    if (dict_delete_string(vm, namespace, name))
        return true;
    raise_undefined(vm, object_value(name));
    return false;
}

void annotations_setup(Vm *vm, Dict *namespace) {
    if (dict_get_string(namespace, vm->names.annotations) == NOTHING)
        dict_set_string(vm, namespace, vm->names.annotations, object_value(dict_new(vm)));
}
