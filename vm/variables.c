#include "vm/variables.h"

#include "vm/dict.h"
#include "vm/exception.h"
#include "vm/operators.h"

void raise_unbound_local(Vm *vm, Value name) {
    vm_raise(vm, vm->exceptions.UnboundLocalError,
             "cannot access local variable '%S' where it is not associated with a value", AS(String, name));
}

void raise_unbound_free(Vm *vm, Value name) {
    vm_raise(vm, vm->exceptions.NameError,
             "cannot access free variable '%S' where it is not associated with a value in enclosing scope",
             AS(String, name));
}

/* Is it a built-in name of CPython's that is not there on purpose? */
static bool is_left_out(const String *name) {
    static const char *const names[] = {"breakpoint", "complex", "help", "memoryview"};
    for (size_t n = 0; n < sizeof names / sizeof *names; n++)
        if (string_equal_c(name, names[n]))
            return true;
    return false;
}

static Value raise_undefined(Vm *vm, Value name) {
    vm_raise(vm, vm->exceptions.NameError, "name '%S' is not defined%s", AS(String, name),
             is_left_out(AS(String, name)) ? ": Bide ships without it" : "");
    AS(Exception, vm->thread->exception)->extra = name;
    return NOTHING;
}

Dict *builtins_of(Vm *vm, Dict *globals) {
    Value own = globals ? dict_get_string(globals, vm->names.builtins) : NOTHING;
    if (is_kind(own, KIND_MODULE))
        return AS(Module, own)->namespace;
    return is_dict(own) ? AS(Dict, own) : vm->builtins;
}

Value global_load_late(Vm *vm, Dict *globals, Value name) {
    Value v = dict_get_string(builtins_of(vm, globals), AS(String, name));
    return v != NOTHING ? v : raise_undefined(vm, name);
}

bool global_delete(Vm *vm, Dict *globals, uint32_t slot) {
    Value name = globals->entries[slot].key;
    if (dict_delete_string(vm, globals, AS(String, name)))
        return true;
    raise_undefined(vm, name);
    return false;
}

static bool is_plain(Vm *vm, Dict *namespace) {
    return namespace->head.type == vm->types_by_kind[KIND_DICT];
}

Value class_name_find(Vm *vm, Dict *namespace, String *name) {
    if (is_plain(vm, namespace))
        return dict_get_string(namespace, name);
    Value found = value_get_item(vm, object_value(namespace), object_value(name));
    if (found == NOTHING && vm_exception_is(vm, vm->exceptions.KeyError))
        vm_clear_exception(vm);
    return found;
}

Value class_name_load(Vm *vm, Dict *namespace, String *name, Dict *globals) {
    Value v = class_name_find(vm, namespace, name);
    if (v == NOTHING && vm_has_exception(vm))
        return NOTHING;
    if (v == NOTHING)
        v = dict_get_string(globals, name);
    return v != NOTHING ? v : global_load_late(vm, globals, object_value(name));
}

bool class_name_store(Vm *vm, Dict *namespace, String *name, Value value) {
    if (!is_plain(vm, namespace))
        return value_set_item(vm, object_value(namespace), object_value(name), value);
    dict_set_string(vm, namespace, name, value);
    return true;
}

bool class_name_delete(Vm *vm, Dict *namespace, String *name) {
    if (is_plain(vm, namespace)) {
        if (dict_delete_string(vm, namespace, name))
            return true;
    } else {
        if (value_set_item(vm, object_value(namespace), object_value(name), NOTHING))
            return true;
        if (!vm_exception_is(vm, vm->exceptions.KeyError))
            return false;
        vm_clear_exception(vm);
    }
    raise_undefined(vm, object_value(name));
    return false;
}

bool annotations_setup(Vm *vm, Dict *namespace) {
    if (class_name_find(vm, namespace, vm->names.annotations) != NOTHING)
        return true;
    return !vm_has_exception(vm) &&
           class_name_store(vm, namespace, vm->names.annotations, object_value(dict_new(vm)));
}
