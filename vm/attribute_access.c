/* Attribute access: x.name, x.name = v, del x.name. */
#include "vm/call.h"
#include "vm/function.h"
#include "vm/shape.h"
#include "vm/type_slots.h"
#include "vm/vm.h"

/* --- Descriptors ---------------------------------------------------------------------------------- */

static Value raise_no_attribute(Vm *vm, Value object, String *name) {
    return vm_raise_about_name(vm, vm->exceptions.AttributeError, name, object,
                               "'%T' object has no attribute '%S'", object, name);
}

static Value member_get(Vm *vm, NativeProperty *member, Value object) {
    Value value = NOTHING;
    if (!is_instance(vm, object, member->owner))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", member->name,
                        member->owner, object);
    Attributes *attributes = attributes_of_members(vm, as_object(object));
    if (attributes)
        value = attributes_get(attributes, member->name);
    return value == NOTHING ? raise_no_attribute(vm, object, member->name) : value;
}

static bool member_set(Vm *vm, NativeProperty *member, Value object, Value value) {
    if (!is_instance(vm, object, member->owner)) {
        vm_raise(vm, vm->exceptions.TypeError,
                 "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", member->name,
                 member->owner, object);
        return false;
    }
    Attributes *attributes = attributes_of_members(vm, as_object(object));
    if (value != NOTHING) {
        attributes_set(vm, as_object(object), attributes, member->name, value);
    } else if (!attributes_delete(vm, as_object(object), attributes, member->name)) {
        vm_raise_about_name(vm, vm->exceptions.AttributeError, member->name, object, "%S", member->name);
        return false;
    }
    return true;
}

static Value native_property_get(Vm *vm, NativeProperty *property, Value object) {
    if (!property->def)
        return member_get(vm, property, object);
    if (!is_instance(vm, object, property->owner))
        return vm_raise(vm, vm->exceptions.TypeError,
                        "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", property->name,
                        property->owner, object);
    return property->def->get(vm, object);
}

static bool native_property_set(Vm *vm, NativeProperty *property, Value object, Value value) {
    if (!property->def)
        return member_set(vm, property, object, value);
    if (property->def->set)
        return property->def->set(vm, object, value);
    /* Two wordings, by how CPython keeps the attribute. */
    switch (property->owner->instance_kind) {
    case KIND_RANGE:
    case KIND_SLICE:
    case KIND_FUNCTION:
    case KIND_BOUND_METHOD:
    case KIND_PROPERTY:
    case KIND_CODE:
    case KIND_SUPER: vm_raise(vm, vm->exceptions.AttributeError, "readonly attribute"); break;
    default:
        vm_raise_about_name(vm, vm->exceptions.AttributeError, property->name, object,
                            "attribute '%S' of '%N' objects is not writable", property->name,
                            property->owner);
    }
    return false;
}

static void raise_no_accessor(Vm *vm, Property *property, Value object, const char *accessor) {
    if (is_string(property->name))
        vm_raise(vm, vm->exceptions.AttributeError, "property %R of %R object has no %s", property->name,
                 object_value(type_of(vm, object)->qualname), accessor);
    else
        vm_raise(vm, vm->exceptions.AttributeError, "property of %R object has no %s",
                 object_value(type_of(vm, object)->qualname), accessor);
}

static Value property_get(Vm *vm, Property *property, Value object) {
    if (property->getter != NONE)
        return vm_call1(vm, property->getter, object);
    raise_no_accessor(vm, property, object, "getter");
    return NOTHING;
}

static bool property_set(Vm *vm, Property *property, Value object, Value value) {
    Value accessor = value == NOTHING ? property->deleter : property->setter;
    if (accessor == NONE) {
        raise_no_accessor(vm, property, object, value == NOTHING ? "deleter" : "setter");
        return false;
    }
    Value result = value == NOTHING ? vm_call1(vm, accessor, object) : vm_call2(vm, accessor, object, value);
    return result != NOTHING;
}

static Value class_method_get(Vm *vm, MethodWrapper *method, Type *type) {
    Value callable = method->callable;
    if (is_kind(callable, KIND_FUNCTION))
        return bound_method_new(vm, callable, object_value(type));
    const TypeOps *ops = &type_of(vm, callable)->ops;
    if (ops->get)
        return ops->get(vm, callable, object_value(type), type->head.type);
    return bound_method_new(vm, callable, object_value(type));
}

Value descriptor_get_native(Vm *vm, Value found, Value object, Type *type) {
    switch (as_object(found)->kind) {
    case KIND_FUNCTION: return object == NOTHING ? found : bound_method_new(vm, found, object);
    case KIND_NATIVE_FUNCTION: {
        const NativeFunction *function = AS(NativeFunction, found);
        if (function->owner && (function->def->flags & NATIVE_CLASS))
            return bound_method_new(vm, found, object_value(type));
        return object == NOTHING || !native_function_binds(function) ? found
                                                                     : bound_method_new(vm, found, object);
    }
    case KIND_STATIC_METHOD: return AS(MethodWrapper, found)->callable;
    case KIND_CLASS_METHOD: return class_method_get(vm, AS(MethodWrapper, found), type);
    case KIND_PROPERTY: return object == NOTHING ? found : property_get(vm, AS(Property, found), object);
    case KIND_NATIVE_PROPERTY:
        return object == NOTHING ? found : native_property_get(vm, AS(NativeProperty, found), object);
    default: return found;
    }
}

Value descriptor_get(Vm *vm, Value found, Value object, Type *type) {
    if (!is_object(found))
        return found;
    Value (*get)(Vm * vm, Value self, Value object, Type * type) = as_object(found)->type->ops.get;
    return get ? get(vm, found, object, type) : found;
}

bool descriptor_is_data(Value found) {
    return is_object(found) && as_object(found)->type->ops.set != NULL;
}

bool descriptor_set_native(Vm *vm, Value descriptor, Value object, Value value) {
    if (is_kind(descriptor, KIND_PROPERTY))
        return property_set(vm, AS(Property, descriptor), object, value);
    return native_property_set(vm, AS(NativeProperty, descriptor), object, value);
}

bool descriptor_set(Vm *vm, Value descriptor, Value object, Value value) {
    heap_write_barrier_values(vm->heap, &object, 1);
    return as_object(descriptor)->type->ops.set(vm, descriptor, object, value);
}

/* --- Getting -------------------------------------------------------------------------------------- */

static Attributes *attributes_of_value(Vm *vm, Value v) {
    return is_object(v) ? attributes_of(vm, as_object(v)) : NULL;
}

Value attribute_find_generic(Vm *vm, Value object, String *name) {
    if (!(name->head.flags & OBJ_INTERNED))
        name = string_intern(vm, name);
    Type *type = type_of(vm, object);
    Value found = type_lookup(vm, type, name);
    if (found != NOTHING && descriptor_is_data(found))
        return descriptor_get(vm, found, object, type);
    Attributes *attributes = attributes_of_value(vm, object);
    if (attributes) {
        Value own = attributes_get(attributes, name);
        if (own != NOTHING)
            return own;
    }
    return found == NOTHING ? NOTHING : descriptor_get(vm, found, object, type);
}

Value attribute_get_generic(Vm *vm, Value object, String *name) {
    Value value = attribute_find_generic(vm, object, name);
    if (value == NOTHING && !vm_has_exception(vm))
        return raise_no_attribute(vm, object, name);
    return value;
}

static bool is_generic(const Type *type) {
    return !type->ops.get_attribute || type->ops.get_attribute == attribute_get_generic;
}

/* An AttributeError that a script raised is told what was asked of whom, for "Did you mean". */
static Value tell_context(Vm *vm, Value result, Value object, String *name) {
    if (result == NOTHING && vm_exception_is(vm, vm->exceptions.AttributeError)) {
        Exception *exception = AS(Exception, vm->thread->exception);
        if (exception->extra == NOTHING && exception->extra2 == NOTHING) {
            exception->extra = object_value(name);
            exception->extra2 = object;
        }
    }
    return result;
}

static Value get_attribute_specially(Vm *vm, Type *type, Value object, String *name) {
    return tell_context(vm, type->ops.get_attribute(vm, object, name), object, name);
}

Value value_get_attribute(Vm *vm, Value object, String *name) {
    Type *type = type_of(vm, object);
    return is_generic(type) ? tell_context(vm, attribute_get_generic(vm, object, name), object, name)
                            : get_attribute_specially(vm, type, object, name);
}

Value value_find_attribute(Vm *vm, Value object, String *name) {
    Type *type = type_of(vm, object);
    Value value = is_generic(type) ? attribute_find_generic(vm, object, name)
                                   : type->ops.get_attribute(vm, object, name);
    if (value == NOTHING && vm_has_exception(vm) && vm_exception_is(vm, vm->exceptions.AttributeError))
        vm_clear_exception(vm);
    return value;
}

static bool is_method(Value found) {
    return is_kind(found, KIND_FUNCTION) ||
           (is_kind(found, KIND_NATIVE_FUNCTION) && native_function_binds(AS(NativeFunction, found)));
}

Value super_find(Vm *vm, const Super *super, String *name) {
    const Tuple *mro = super->object_type->mro;
    int64_t start = 0;
    while (start < mro->count && mro->items[start] != object_value(super->type))
        start++;
    Dict *found_in;
    uint32_t slot;
    return type_lookup_after(vm, mro, start + 1, name, &found_in, &slot);
}

/* super().method(...), as common as it is, makes no bound method. */
static Value get_super_method(Vm *vm, const Super *super, String *name, Value *self) {
    if (super->object_type && super->object != object_value(super->object_type)) {
        Value found = super_find(vm, super, name);
        if (is_method(found)) {
            *self = super->object;
            return found;
        }
    }
    return super->head.type->ops.get_attribute(vm, object_value(super), name);
}

Value value_get_method(Vm *vm, Value object, String *name, Value *self) {
    Type *type = type_of(vm, object);
    *self = NOTHING;
    if (type == vm->types_by_kind[KIND_SUPER])
        return get_super_method(vm, AS(Super, object), name, self);
    if (!is_generic(type))
        return get_attribute_specially(vm, type, object, name);
    Value found = type_lookup(vm, type, name);
    if (!is_method(found))
        return attribute_get_generic(vm, object, name);
    Attributes *attributes = attributes_of_value(vm, object);
    if (attributes) {
        Value own = attributes_get(attributes, name);
        if (own != NOTHING)
            return own;
    }
    *self = object;
    return found;
}

/* --- Setting -------------------------------------------------------------------------------------- */

bool attribute_set_generic(Vm *vm, Value object, String *name, Value value) {
    if (!(name->head.flags & OBJ_INTERNED))
        name = string_intern(vm, name);
    Type *type = type_of(vm, object);
    Value found = type_lookup(vm, type, name);
    if (found != NOTHING && descriptor_is_data(found))
        return descriptor_set(vm, found, object, value);
    /* Calls of a native type's methods do not look whether an object has its own: it may not have any. */
    bool hides_method = found != NOTHING && type->flags & TYPE_NATIVE && type->flags & TYPE_SIDE_ATTRIBUTES;
    Attributes *attributes =
        is_object(object) && !hides_method ? attributes_to_change(vm, as_object(object)) : NULL;
    if (!attributes || (type->flags & TYPE_HAS_SLOTS)) {
        vm_raise(vm, vm->exceptions.AttributeError,
                 found == NOTHING ? "'%T' object has no attribute '%S'"
                                  : "'%T' object attribute '%S' is read-only",
                 object, name);
        return false;
    }
    if (value != NOTHING) {
        attributes_set(vm, as_object(object), attributes, name, value);
        return true;
    }
    if (attributes_delete(vm, as_object(object), attributes, name))
        return true;
    vm_raise(vm, vm->exceptions.AttributeError, "'%T' object has no attribute '%S'", object, name);
    return false;
}

bool value_set_attribute(Vm *vm, Value object, String *name, Value value) {
    Type *type = type_of(vm, object);
    heap_write_barrier_values(vm->heap, &object, 1);
    return type->ops.set_attribute ? type->ops.set_attribute(vm, object, name, value)
                                   : attribute_set_generic(vm, object, name, value);
}
