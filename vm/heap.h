/* The heap: size-class blocks, and a precise mark-and-sweep collector that never moves an object.
 *
 * heap_allocate() never collects. The interpreter loop calls heap_collect() at a safepoint when heap_should_collect():
 * there, every live value is reachable from the roots (frames, the vm's own fields, explicit roots). So native code
 * that does not call back into a script may keep values in C variables freely.
 * Objects over HEAP_LARGE bytes get memory of their own. Arrays that objects malloc (list items, dict tables) are
 * reported with heap_account(), so that they too bring the next collection nearer. */
#ifndef BIDE_VM_HEAP_H
#define BIDE_VM_HEAP_H

#include <stddef.h>

#include "vm/object.h"

enum { HEAP_LARGE = 512 };

Heap *heap_new(Vm *vm);
void heap_free(Heap *heap); /* finalizes and frees every object */

/* A zeroed object (but for its head) of `size` bytes. Never returns NULL: running out of memory ends the process with a message. */
void *heap_allocate(Heap *heap, size_t size, ObjectKind kind, Type *type);

/* Says that an object's own malloc'ed memory grew (or shrank) by `bytes`. */
void heap_account(Heap *heap, ptrdiff_t bytes);

bool heap_should_collect(const Heap *heap);
void heap_collect(Heap *heap);

/* For trace functions: marks what they hold. NOTHING, immediates and NULL are fine. */
void heap_mark(Heap *heap, Value v);
void heap_mark_object(Heap *heap, void *object);
void heap_mark_values(Heap *heap, const Value *values, size_t count);

/* True during a collection after marking when `object` was reached (for weak tables). */
bool heap_is_marked(const Heap *heap, const Obj *object);

typedef struct HeapStatistics {
    size_t live_bytes, live_objects, collections, threshold;
} HeapStatistics;
HeapStatistics heap_statistics(const Heap *heap);

#endif
