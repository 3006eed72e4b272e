/* The attributes of objects whose structs vary in size (instances of subclasses of str, tuple and bytes), and
 * of those that hardly ever have any (futures), and the members of those that have a __dict__ besides: they
 * lie in a table beside the heap, keyed by the object. Collected with it. */
#ifndef BIDE_VM_SIDE_ATTRIBUTES_H
#define BIDE_VM_SIDE_ATTRIBUTES_H

#include "vm/object.h"

typedef struct SideAttributes SideAttributes;

typedef struct SideEntry {
    Attributes attributes; /* first: an entry is found from its Attributes */
    Obj *owner;
    uint32_t capacity; /* of attributes.slots */
} SideEntry;

SideAttributes *side_attributes_new(void);
void side_attributes_free(SideAttributes *table);
/* The entry of `object`; made when `shape`, which it begins with, is not NULL. Stays where it is while the
 * object lives. */
SideEntry *side_attributes_find(SideAttributes *table, Obj *object, Shape *shape);
/* After marking: frees the entries of objects that are not marked. */
void side_attributes_drop_dead(Heap *heap, SideAttributes *table);

#endif
