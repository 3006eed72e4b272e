#include <stdlib.h>

#include "vm/dict.h"
#include "vm/list.h"
#include "vm/memory.h"
#include "vm/shape.h"
#include "vm/side_attributes.h"
#include "vm/vm.h"

/* `shape` is what it begins with where it has none as yet; NULL: it is not to begin. */
static Attributes *find(Vm *vm, Obj *object, Shape *shape) {
    const Type *type = object->type;
    if (type->attributes_offset)
        return (Attributes *)((char *)object + type->attributes_offset);
    if (!(type->flags & TYPE_SIDE_ATTRIBUTES))
        return NULL;
    SideEntry *entry = side_attributes_find(vm->side_attributes, object, shape);
    return entry ? &entry->attributes : NULL;
}

Attributes *attributes_of(Vm *vm, Obj *object) {
    return find(vm, object, NULL);
}

Attributes *attributes_to_change(Vm *vm, Obj *object) {
    return find(vm, object, object->type->root_shape);
}

static bool in_object(const Obj *object, const Attributes *attributes) {
    return (const char *)attributes == (const char *)object + object->type->attributes_offset;
}

/* Where the number of slots is kept: the head of a str or bytes has no room, as its hash is there. */
static uint32_t *slot_capacity(Obj *object, Attributes *attributes) {
    return in_object(object, attributes) ? &object->aux : &((SideEntry *)attributes)->capacity;
}

/* Has it members beside a __dict__ in the object itself? */
static bool keeps_members_apart(const Type *type) {
    return type->attributes_offset && !(type->flags & TYPE_HAS_SLOTS) &&
           !(type->solid_base->flags & TYPE_NATIVE);
}

Attributes *attributes_of_members(Vm *vm, Obj *object) {
    Attributes *attributes = attributes_to_change(vm, object);
    if (!attributes || !attributes->shape->is_dictionary || !keeps_members_apart(object->type))
        return attributes;
    return &side_attributes_find(vm->side_attributes, object, object->type->root_shape)->attributes;
}

static Dict *dict_of(const Attributes *attributes) {
    return (Dict *)(void *)attributes->slots;
}

Value attributes_get(Attributes *attributes, String *name) {
    if (attributes->shape->is_dictionary)
        return dict_get_string(dict_of(attributes), name);
    int slot = shape_find(attributes->shape, name);
    return slot < 0 ? NOTHING : attributes->slots[slot];
}

static void grow_slots(Vm *vm, Obj *object, Attributes *attributes) {
    uint32_t *capacity = slot_capacity(object, attributes);
    uint32_t grown = *capacity ? *capacity * 2 : 4;
    bool inside = in_object(object, attributes);
    bool malloced = !inside || object->flags & OBJ_SLOTS_MALLOCED;
    Value *slots = memory_resize(malloced ? attributes->slots : NULL, grown, sizeof(Value));
    if (!malloced) {
        if (*capacity)
            memcpy(slots, attributes->slots, *capacity * sizeof(Value));
        object->flags |= OBJ_SLOTS_MALLOCED;
        heap_account(vm->heap, (ptrdiff_t)(grown * sizeof(Value)));
    } else if (inside) {
        heap_account(vm->heap, (ptrdiff_t)((grown - *capacity) * sizeof(Value)));
    }
    attributes->slots = slots;
    *capacity = grown;
}

/* Later instances of the class get room for as many attributes at once, in the object itself. */
static void remember_slot_count(Type *type, uint32_t slot_count) {
    if (slot_count > type->slots_hint)
        type->slots_hint = slot_count;
}

void attributes_set(Vm *vm, Obj *object, Attributes *attributes, String *name, Value value) {
    name = string_intern(vm, name);
    if (attributes->shape->is_dictionary) {
        dict_set_string(vm, dict_of(attributes), name, value);
        return;
    }
    int slot = shape_find(attributes->shape, name);
    if (slot >= 0) {
        heap_write_barrier(vm->heap, object);
        attributes->slots[slot] = value;
        return;
    }
    uint32_t count = attributes->shape->slot_count;
    if (count == SHAPE_MAX_SLOTS) {
        dict_set_string(vm, attributes_dict(vm, object, attributes), name, value);
        return;
    }
    if (count >= *slot_capacity(object, attributes))
        grow_slots(vm, object, attributes);
    attributes->slots[count] = value;
    attributes->shape = shape_with(vm, attributes->shape, name);
    remember_slot_count(object->type, count + 1);
}

/* The names that a shape's slots belong to, in their order. */
static void shape_names(const Shape *shape, String *names[SHAPE_MAX_SLOTS]) {
    for (; shape->name; shape = shape->parent)
        names[shape->slot_count - 1] = shape->name;
}

bool attributes_delete(Vm *vm, Obj *object, Attributes *attributes, String *name) {
    name = string_intern(vm, name);
    Shape *shape = attributes->shape;
    if (shape->is_dictionary)
        return dict_delete_string(vm, dict_of(attributes), name);
    int slot = shape_find(shape, name);
    if (slot < 0)
        return false;
    heap_write_barrier(vm->heap, object);
    /* The others close ranks: the shape that a like object without this attribute would have. */
    String *names[SHAPE_MAX_SLOTS];
    shape_names(shape, names);
    Shape *smaller = shape;
    while ((int)smaller->slot_count > slot)
        smaller = smaller->parent;
    for (uint32_t i = (uint32_t)slot + 1; i < shape->slot_count; i++) {
        attributes->slots[i - 1] = attributes->slots[i];
        smaller = shape_with(vm, smaller, names[i]);
    }
    attributes->shape = smaller;
    return true;
}

Dict *attributes_dict(Vm *vm, Obj *object, Attributes *attributes) {
    Shape *shape = attributes->shape;
    if (shape->is_dictionary)
        return dict_of(attributes);
    heap_write_barrier(vm->heap, object);
    String *names[SHAPE_MAX_SLOTS];
    shape_names(shape, names);
    bool inside = in_object(object, attributes), apart = inside && keeps_members_apart(object->type);
    Dict *dict = dict_new(vm);
    for (uint32_t i = 0; i < shape->slot_count; i++) {
        if (apart && is_kind(type_lookup(vm, object->type, names[i]), KIND_NATIVE_PROPERTY)) {
            SideEntry *side = side_attributes_find(vm->side_attributes, object, object->type->root_shape);
            attributes_set(vm, object, &side->attributes, names[i], attributes->slots[i]);
        } else {
            dict_set_string(vm, dict, names[i], attributes->slots[i]);
        }
    }
    uint32_t *capacity = slot_capacity(object, attributes);
    if (!inside) {
        free(attributes->slots);
    } else if (object->flags & OBJ_SLOTS_MALLOCED) {
        heap_account(vm->heap, -(ptrdiff_t)(*capacity * sizeof(Value)));
        free(attributes->slots);
        object->flags &= (uint16_t)~OBJ_SLOTS_MALLOCED;
    }
    *capacity = 0;
    attributes->slots = (Value *)(void *)dict;
    attributes->shape = shape_dictionary(vm, shape);
    return dict;
}

List *attributes_names(Vm *vm, Attributes *attributes) {
    const Shape *shape = attributes->shape;
    if (!shape->is_dictionary) {
        String *names[SHAPE_MAX_SLOTS];
        shape_names(shape, names);
        List *list = list_new(vm, shape->slot_count);
        for (uint32_t i = 0; i < shape->slot_count; i++)
            list_append(vm, list, object_value(names[i]));
        return list;
    }
    const Dict *dict = dict_of(attributes);
    List *list = list_new(vm, dict->count);
    uint32_t position = 0;
    for (DictEntry *entry; (entry = dict_next(dict, &position));)
        list_append(vm, list, entry->key);
    return list;
}
