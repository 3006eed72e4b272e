#include "vm/inline_cache.h"

/* The slot of an attribute that lies in the instance and that no descriptor of the class overrides; -1: not
 * so. */
static int plain_slot(Vm *vm, Value object, String *name) {
    Instance *instance = AS(Instance, object);
    Shape *shape = instance->attributes.shape;
    Type *type = instance->head.type;
    if (!shape || shape->is_dictionary || type->flags & TYPE_CUSTOM_GETATTR)
        return -1;
    int slot = shape_find(shape, name);
    if (slot < 0)
        return -1;
    Value in_class = type_lookup(vm, type, name);
    if (in_class != NOTHING && type_of(vm, in_class)->ops.set)
        return -1;
    return slot;
}

static bool cache_module_attribute(Instruction *at, Value object, String *name) {
    int64_t slot = dict_find_slot(AS(Module, object)->namespace, name);
    if (slot < 0 || AS(Module, object)->namespace->entries[slot].value == NOTHING)
        return false;
    at->x = CACHE_MODULE;
    at[1].word = object;
    at[2].word = (uint64_t)slot;
    return true;
}

Value attribute_load(Vm *vm, Instruction *at, Value object, String *name) {
    if (is_kind(object, KIND_INSTANCE)) {
        int slot = plain_slot(vm, object, name);
        if (slot >= 0) {
            Instance *instance = AS(Instance, object);
            at->x = CACHE_SLOT;
            at[1].word = cache_key(vm, instance);
            at[2].word = (uint64_t)slot;
            return instance->attributes.slots[slot];
        }
    } else if (is_kind(object, KIND_MODULE)) {
        cache_module_attribute(at, object, name);
    }
    return value_get_attribute(vm, object, name);
}

bool attribute_store(Vm *vm, Instruction *at, Value object, String *name, Value value) {
    if (!is_kind(object, KIND_INSTANCE))
        return value_set_attribute(vm, object, name, value);
    Instance *instance = AS(Instance, object);
    Type *type = instance->head.type;
    Shape *before = instance->attributes.shape;
    if (!before || before->is_dictionary || type->flags & (TYPE_CUSTOM_SETATTR | TYPE_HAS_SLOTS))
        return value_set_attribute(vm, object, name, value);
    uint64_t key = cache_key(vm, instance);
    int slot = plain_slot(vm, object, name);
    if (slot >= 0) {
        heap_write_barrier(vm->heap, instance);
        instance->attributes.slots[slot] = value;
        at->x = CACHE_SLOT;
        at[1].word = key;
        at[2].word = (uint64_t)slot;
        return true;
    }
    if (!value_set_attribute(vm, object, name, value))
        return false;
    Shape *after = instance->attributes.shape;
    if (!after->is_dictionary && after->parent == before && after->name == name &&
        key == ((uint64_t)vm->type_epoch << 32 | before->id)) {
        at->x = CACHE_ADD_SLOT;
        at[1].word = key;
        at[2].word = (uint64_t)(uintptr_t)after;
    }
    return true;
}

Value method_load(Vm *vm, Instruction *at, Value object, String *name, Value *self) {
    if (is_kind(object, KIND_MODULE)) {
        cache_module_attribute(at, object, name);
    } else if (is_kind(object, KIND_INSTANCE)) {
        Instance *instance = AS(Instance, object);
        Type *type = instance->head.type;
        Value function = type_lookup(vm, type, name);
        bool binds =
            is_kind(function, KIND_FUNCTION) ||
            (is_kind(function, KIND_NATIVE_FUNCTION) && native_function_binds(AS(NativeFunction, function)));
        if (binds && instance->attributes.shape && !instance->attributes.shape->is_dictionary &&
            !(type->flags & TYPE_CUSTOM_GETATTR) && shape_find(instance->attributes.shape, name) < 0) {
            at->x = CACHE_METHOD;
            at[1].word = cache_key(vm, instance);
            at[2].word = function;
            *self = object;
            return function;
        }
    } else if (is_object(object) && !is_kind(object, KIND_TYPE)) {
        Type *type = as_object(object)->type;
        if (type->flags & TYPE_NATIVE && type->attributes_offset == 0 &&
            (!type->ops.get_attribute || type->ops.get_attribute == attribute_get_generic)) {
            Value function = type_lookup(vm, type, name);
            if (is_kind(function, KIND_NATIVE_FUNCTION) &&
                native_function_binds(AS(NativeFunction, function))) {
                at->x = CACHE_NATIVE_METHOD;
                at[1].word = object_value(type);
                at[2].word = function;
                *self = object;
                return function;
            }
        }
    }
    return value_get_method(vm, object, name, self);
}
