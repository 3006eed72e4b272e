/* Checks of the collector's invariant (see heap.h), in a build with BIDE_GC_VERIFY (make VARIANT=verify).
 *
 * There, every safepoint does a step of a cycle, a small one of changing size, and objects are marked in a
 * random order, which the environment variable BIDE_GC_SEED (a number) changes. When a cycle begins, the
 * whole heap is walked apart from the collector, without changing a mark, and all that is reachable is noted,
 * each object with the one that holds it. When marking ends, whatever was noted must be marked: an object
 * that is not says that a reference disappeared without a barrier, and which one. Then the heap is walked
 * once more, and whatever is reachable must be marked, too: what is not was found by somebody who did not ask
 * heap_revive(). In other builds all this is empty. */
#ifndef BIDE_VM_HEAP_VERIFY_H
#define BIDE_VM_HEAP_VERIFY_H

#include "vm/heap.h"

/* Marks the roots: heap_mark_begin() and the verifier do. */
void heap_mark_roots(Heap *heap);

#ifdef BIDE_GC_VERIFY

/* Is the heap being walked for the verifier? */
bool heap_verifier_listens(const Heap *heap);
/* The same, and notes an object that the walk meets. */
bool heap_verifier_takes(Heap *heap, Obj *object);
void heap_verify_snapshot(Heap *heap); /* when a cycle begins */
void heap_verify_marks(Heap *heap);    /* when marking has ended; complains and aborts */
void heap_verifier_free(Heap *heap);
/* How much work this step may do, where others would do `work`. */
size_t heap_verify_work(Heap *heap, size_t work);
/* Puts another entry on top of the mark stack, so that objects are marked in any order. */
void heap_verify_shuffle(Heap *heap);

#else

static inline bool heap_verifier_listens(const Heap *heap) {
    (void)heap;
    return false;
}

static inline bool heap_verifier_takes(Heap *heap, Obj *object) {
    (void)heap;
    (void)object;
    return false;
}

static inline void heap_verify_snapshot(Heap *heap) {
    (void)heap;
}

static inline void heap_verify_marks(Heap *heap) {
    (void)heap;
}

static inline void heap_verifier_free(Heap *heap) {
    (void)heap;
}

static inline void heap_verify_shuffle(Heap *heap) {
    (void)heap;
}

static inline size_t heap_verify_work(Heap *heap, size_t work) {
    (void)heap;
    return work;
}

#endif
#endif
