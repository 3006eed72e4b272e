#include "vm/shape.h"

#include <assert.h>
#include <stdlib.h>

#include "vm/memory.h"
#include "vm/vm.h"

/* Shapes with more slots than this are searched through an index. */
enum { SEARCHED_IN_TURN = 8 };

/* Open addressing by the name's hash; half full at most. The slot of names[i] is slots[i]. */
struct ShapeIndex {
    uint32_t mask;
    uint8_t *slots;
    String *names[];
};
typedef struct ShapeIndex ShapeIndex;

static_assert(SHAPE_MAX_SLOTS <= UINT8_MAX, "a slot's number fits in a byte of ShapeIndex");

static Shape *shape_new(Vm *vm, Type *type, Shape *parent, String *name) {
    Shape *shape = memory_new_zeroed(1, sizeof(Shape));
    shape->type = type;
    shape->parent = parent;
    shape->name = name;
    shape->slot_count = parent && name ? parent->slot_count + 1 : 0;
    shape->id = ++vm->next_shape_id;
    shape->next_in_vm = vm->shapes;
    vm->shapes = shape;
    return shape;
}

Shape *shape_new_root(Vm *vm, Type *type) {
    return shape_new(vm, type, NULL, NULL);
}

static void index_add(ShapeIndex *index, String *name, uint32_t slot) {
    uint32_t i = string_hash(name) & index->mask;
    while (index->names[i])
        i = (i + 1) & index->mask;
    index->names[i] = name;
    index->slots[i] = (uint8_t)slot;
}

static ShapeIndex *index_new(const Shape *shape) {
    uint32_t size = 2 * SEARCHED_IN_TURN;
    while (size < shape->slot_count * 2)
        size *= 2;
    ShapeIndex *index = memory_new_zeroed(1, sizeof(ShapeIndex) + size * (sizeof(String *) + 1));
    index->mask = size - 1;
    index->slots = (uint8_t *)(index->names + size);
    for (; shape->name; shape = shape->parent)
        index_add(index, shape->name, shape->slot_count - 1);
    return index;
}

int shape_find(Shape *shape, String *name) {
    if (shape->slot_count <= SEARCHED_IN_TURN) {
        for (; shape->name; shape = shape->parent)
            if (shape->name == name)
                return (int)shape->slot_count - 1;
        return -1;
    }
    if (!shape->index)
        shape->index = index_new(shape);
    const ShapeIndex *index = shape->index;
    for (uint32_t i = string_hash(name) & index->mask; index->names[i]; i = (i + 1) & index->mask)
        if (index->names[i] == name)
            return index->slots[i];
    return -1;
}

static Shape *add_transition(Shape *shape, Shape *to) {
    if (shape->transition_count == shape->transition_capacity) {
        shape->transition_capacity = shape->transition_capacity ? shape->transition_capacity * 2 : 2;
        shape->transitions = memory_resize(shape->transitions, shape->transition_capacity, sizeof(Shape *));
    }
    return shape->transitions[shape->transition_count++] = to;
}

Shape *shape_with(Vm *vm, Shape *shape, String *name) {
    for (uint32_t i = 0; i < shape->transition_count; i++)
        if (shape->transitions[i]->name == name)
            return shape->transitions[i];
    return add_transition(shape, shape_new(vm, shape->type, shape, name));
}

Shape *shape_dictionary(Vm *vm, Shape *shape) {
    while (shape->parent)
        shape = shape->parent;
    for (uint32_t i = 0; i < shape->transition_count; i++)
        if (shape->transitions[i]->is_dictionary)
            return shape->transitions[i];
    Shape *dictionary = add_transition(shape, shape_new(vm, shape->type, shape, NULL));
    dictionary->is_dictionary = true;
    return dictionary;
}

void shapes_free(Vm *vm) {
    while (vm->shapes) {
        Shape *shape = vm->shapes;
        vm->shapes = shape->next_in_vm;
        free(shape->transitions);
        free(shape->index);
        free(shape);
    }
}
