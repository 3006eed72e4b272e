/* __dict__ and __weakref__ of instances: properties in the namespace of the class that first allows them. */
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/shape.h"
#include "vm/type_slots.h"
#include "vm/vm.h"

static Attributes *dictionary_attributes(Vm *vm, Value self) {
    Attributes *attributes = is_object(self) ? attributes_to_change(vm, as_object(self)) : NULL;
    if (attributes && !(type_of(vm, self)->flags & TYPE_HAS_SLOTS))
        return attributes;
    vm_raise_about_name(vm, vm->exceptions.AttributeError, vm->names.dict, self,
                        "'%T' object has no attribute '__dict__'", self);
    return NULL;
}

/* Do instances of a type whose attributes are in the side table also have members that __slots__ declares?
 * Those are no part of the __dict__. */
static bool has_members_aside(const Type *type) {
    return !type->attributes_offset && !(type->solid_base->flags & TYPE_NATIVE);
}

static Value get_dict(Vm *vm, Value self) {
    Attributes *attributes = dictionary_attributes(vm, self);
    if (!attributes)
        return NOTHING;
    Type *type = type_of(vm, self);
    if (!has_members_aside(type))
        return object_value(attributes_dict(vm, as_object(self), attributes));
    Dict *dict = dict_new(vm);
    List *names = attributes_names(vm, attributes);
    for (int64_t i = 0; i < names->count; i++) {
        String *name = AS(String, names->items[i]);
        if (!is_kind(type_lookup(vm, type, name), KIND_NATIVE_PROPERTY))
            dict_set_string(vm, dict, name, attributes_get(attributes, name));
    }
    return object_value(dict);
}

static bool set_dict(Vm *vm, Value self, Value value) {
    Attributes *attributes = dictionary_attributes(vm, self);
    if (!attributes)
        return false;
    if (value == NOTHING) {
        value = object_value(dict_new(vm));
    } else if (!is_dict(value)) {
        vm_raise(vm, vm->exceptions.TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
        return false;
    }
    attributes_dict(vm, as_object(self), attributes);
    attributes->slots = (Value *)(void *)AS(Dict, value);
    return true;
}

/* There are no weak references to list. */
static Value get_weak_reference(Vm *vm, Value self) {
    (void)vm;
    (void)self;
    return NONE;
}

const NativePropertyDef instance_dict_def = {"__dict__", get_dict, set_dict};
const NativePropertyDef instance_weak_reference_def = {"__weakref__", get_weak_reference, NULL};
