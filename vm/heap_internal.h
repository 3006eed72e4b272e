/* What the files of the heap share: how memory is laid out, and the pieces of a cycle.
 *
 * heap.c allocates, heap_chunks.c gets blocks from the system, heap_mark.c marks, heap_sweep.c frees,
 * heap_cycle.c says what is done when. */
#ifndef BIDE_VM_HEAP_INTERNAL_H
#define BIDE_VM_HEAP_INTERNAL_H

#include "vm/heap.h"

enum {
    HEAP_BLOCK_BYTES = 64 * 1024,
    HEAP_CLASSES_IN_ALL = 2 * HEAP_CLASS_COUNT,
    MARK_FREE = HEAP_MARK_FREE,
    MARK_FIRST = 1,
    MARK_SECOND = 2,
    HEAP_FINDER_WORK = 1000, /* how much looking a finder may do at a time, in objects */
};

/* Cells of one size. */
typedef struct HeapBlock {
    struct HeapBlock *next;           /* in class->blocks or class->unswept, or among the spare ones */
    struct HeapBlock *next_available; /* in class->available */
    Obj *free;                        /* what sweeping found; empty once class->free took it */
    char *fresh;                      /* cells from here on have never been handed out */
    uint32_t cell_size;
    uint32_t taken; /* cells that heap->bytes counts */
    _Alignas(16) char cells[];
} HeapBlock;

/* An object with memory of its own lies behind one of these. */
typedef struct HeapLarge {
    struct HeapLarge *next;
    size_t size;
} HeapLarge;

static inline Obj *heap_large_object(HeapLarge *large) {
    return (Obj *)(large + 1);
}

/* The end of the last cell that fits. */
static inline char *heap_block_end(HeapBlock *block) {
    size_t room = HEAP_BLOCK_BYTES - offsetof(HeapBlock, cells);
    return block->cells + room / block->cell_size * block->cell_size;
}

/* Class `n` of both kinds of blocks counted through. */
static inline HeapClass *heap_class(Heap *heap, unsigned n) {
    return &heap->classes[n / HEAP_CLASS_COUNT][n % HEAP_CLASS_COUNT];
}

/* An empty block: a spare one, or out of a new chunk. See heap_chunks.c. */
HeapBlock *heap_take_block(Heap *heap);
void heap_free_chunks(Heap *heap);

/* Whites all objects and marks the roots: the snapshot. */
void heap_mark_begin(Heap *heap);
/* Marks on until heap->work exceeds `budget`. True: nothing is left to be marked. */
bool heap_mark_some(Heap *heap, size_t budget);
/* When marking has ended: gives back a mark stack that has grown large. */
void heap_mark_end(Heap *heap);
/* Looks for what must be finalized, likewise; begins with heap_find_begin(). */
void heap_find_begin(Heap *heap);
bool heap_find_some(Heap *heap, size_t budget);

/* Makes all blocks unswept, and drops the free lists. */
void heap_sweep_begin(Heap *heap);
/* Sweeps on, likewise. */
bool heap_sweep_some(Heap *heap, size_t budget);
/* Sweeps blocks of this class, a few at most, until one has free cells. */
void heap_sweep_for(Heap *heap, HeapClass *class);

#endif
