/* What the collector knows of each kind of object: which others it holds, and what it malloc'ed. */
#ifndef BIDE_VM_HEAP_TRACE_H
#define BIDE_VM_HEAP_TRACE_H

#include "vm/heap.h"

/* Marks all that `object` holds, its type included. */
void heap_trace_object(Heap *heap, Obj *object);

/* Marks all that is reachable from the vm itself. */
void heap_trace_vm(Heap *heap, Vm *vm);

/* Whether `object` owns malloc'ed memory, or may. */
static inline bool heap_object_owns_memory(const Obj *object) {
    const uint64_t kinds = 1ull << KIND_LIST | 1ull << KIND_BYTEARRAY | 1ull << KIND_DICT | 1ull << KIND_SET |
                           1ull << KIND_FROZENSET | 1ull << KIND_CODE | 1ull << KIND_TYPE |
                           1ull << KIND_NATIVE;
    return (kinds >> object->kind & 1) | (object->flags & OBJ_SLOTS_MALLOCED);
}

/* Frees that. Other objects may be gone already, but its type is not. */
void heap_release_object(Heap *heap, Obj *object);

/* Whether `object`, which is unreachable, has something to do before it goes (see heap_take_finalizable). */
bool heap_object_wants_finalizing(const Obj *object);

/* Calls `each` for every class there is, dead ones included. Offered by heap.c. */
void heap_each_type(Heap *heap, void (*each)(Heap *heap, Type *type));

/* Drops what the vm's weak tables hold of objects that are not marked. */
void heap_drop_dead(Heap *heap, Vm *vm);

#endif
