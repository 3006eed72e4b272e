#include "vm/side_attributes.h"

#include <stdlib.h>

#include "vm/heap.h"
#include "vm/memory.h"
#include "vm/shape.h"

/* Open addressing by address; never more than half full. Entries are malloc'ed one by one, so that they stay
 * in place. */
struct SideAttributes {
    SideEntry **slots;
    uint32_t count, size; /* size 0: no table yet, as few programs need one */
};

SideAttributes *side_attributes_new(void) {
    return memory_new_zeroed(1, sizeof(SideAttributes));
}

static void free_entry(SideEntry *entry) {
    if (!entry->attributes.shape->is_dictionary)
        free(entry->attributes.slots);
    free(entry);
}

void side_attributes_free(SideAttributes *table) {
    for (uint32_t i = 0; i < table->size; i++)
        if (table->slots[i])
            free_entry(table->slots[i]);
    free(table->slots);
    free(table);
}

static SideEntry **find_slot(SideAttributes *table, const Obj *object) {
    uint32_t i = (uint32_t)((uintptr_t)object * 0x9e3779b97f4a7c15u >> 32);
    while (table->slots[i & (table->size - 1)] && table->slots[i & (table->size - 1)]->owner != object)
        i++;
    return &table->slots[i & (table->size - 1)];
}

static void rebuild(SideAttributes *table, uint32_t size) {
    SideAttributes old = *table;
    *table = (SideAttributes){memory_new_zeroed(size, sizeof(SideEntry *)), 0, size};
    for (uint32_t i = 0; i < old.size; i++)
        if (old.slots[i]) {
            *find_slot(table, old.slots[i]->owner) = old.slots[i];
            table->count++;
        }
    free(old.slots);
}

SideEntry *side_attributes_find(SideAttributes *table, Obj *object, Shape *shape) {
    SideEntry *found = table->size ? *find_slot(table, object) : NULL;
    if (found || !shape)
        return found;
    if ((table->count + 1) * 2 > table->size)
        rebuild(table, table->size ? table->size * 2 : 16);
    SideEntry *entry = memory_new_zeroed(1, sizeof(SideEntry));
    entry->owner = object;
    entry->attributes.shape = shape;
    *find_slot(table, object) = entry;
    table->count++;
    return entry;
}

void side_attributes_drop_dead(Heap *heap, SideAttributes *table) {
    uint32_t dropped = 0;
    for (uint32_t i = 0; i < table->size; i++)
        if (table->slots[i] && !heap_is_marked(heap, table->slots[i]->owner)) {
            free_entry(table->slots[i]);
            table->slots[i] = NULL;
            dropped++;
        }
    if (dropped)
        rebuild(table, table->size);
}
