/* Shapes (hidden classes): which attribute of an instance lives in which slot.
 *
 * All instances that got the same attributes in the same order share a shape; adding one follows a
 * transition. A shape belongs to one class, so "same shape" implies "same class". Shapes live as long as the
 * vm and ids are never reused: an inline cache that compares the shape can never be fooled. An object with
 * more than SHAPE_MAX_SLOTS attributes, or whose __dict__ was asked for, is switched to a Dict. */
#ifndef BIDE_VM_SHAPE_H
#define BIDE_VM_SHAPE_H

#include "vm/object.h"

enum { SHAPE_MAX_SLOTS = 64 };

struct Shape {
    Type *type; /* NULL when the class is gone */
    Shape *parent;
    String *name; /* the attribute this shape adds to its parent's; NULL at the root */
    uint32_t slot_count;
    uint32_t id;
    bool is_dictionary;
    Shape **transitions; /* malloc'ed */
    uint32_t transition_count, transition_capacity;
    struct ShapeIndex
        *index;        /* name -> slot, made when first looked up in a shape of more than a few slots */
    Shape *next_in_vm; /* all of them, for the collector (names) and vm_free */
};

Shape *shape_new_root(Vm *vm, Type *type);
int shape_find(Shape *shape, String *name); /* the slot, or -1. `name` is interned */
Shape *shape_with(Vm *vm, Shape *shape,
                  String *name); /* the transition that adds `name`, which is interned */
/* The shape of those instances of the same class that keep their attributes in a Dict. */
Shape *shape_dictionary(Vm *vm, Shape *shape);
/* Frees all shapes of a vm. */
void shapes_free(Vm *vm);

/* The Attributes of an object, or NULL when it has none, or none as yet. */
Attributes *attributes_of(Vm *vm, Obj *object);
/* Likewise, but NULL only when objects of its type cannot have any. */
Attributes *attributes_to_change(Vm *vm, Obj *object);
/* Where the members that __slots__ declares are: among the attributes, until the object is switched to a
 * Dict. If it has a __dict__ then, they are no part of that: they go to the side table. */
Attributes *attributes_of_members(Vm *vm, Obj *object);
/* Attributes in the object itself: get (NOTHING: absent), set, delete (false: absent), without any
 * descriptor. The name is interned to get; the others see to that themselves. */
Value attributes_get(Attributes *attributes, String *name);
void attributes_set(Vm *vm, Obj *object, Attributes *attributes, String *name, Value value);
bool attributes_delete(Vm *vm, Obj *object, Attributes *attributes, String *name);
/* The live __dict__: switches the object to a Dict for good. */
Dict *attributes_dict(Vm *vm, Obj *object, Attributes *attributes);
/* The names, in order of insertion, as a new list. */
List *attributes_names(Vm *vm, Attributes *attributes);

#endif
