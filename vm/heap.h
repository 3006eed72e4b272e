/* The heap: size-class blocks, and a precise mark-and-sweep collector that never moves an object.
 *
 * heap_allocate() never collects. The interpreter loop calls heap_collect() at a safepoint when
 * heap_should_collect(): there, every live value is reachable from the roots (frames, the vm's own fields,
 * explicit roots). So native code that does not call back into a script may keep values in C variables
 * freely.
 *
 * Objects over HEAP_LARGE bytes get memory of their own. Arrays that objects malloc (list items, dict tables)
 * are reported with heap_account(), so that they too bring the next collection nearer.
 *
 * Cells: a size class is a multiple of 16 bytes; its free cells form a list that heap_allocate() pops.
 * Objects that are suspended code (generators, coroutines) have blocks apart, so that the collector finds
 * those among the dead that must be closed or warned about without looking at every dead object.
 *
 * Colours: a mark is 0 in a free cell, else one of two colours. What lives has heap->live_mark, and a
 * collection begins by swapping the two; so nobody has to reset marks, and new objects are born marked. */
#ifndef BIDE_VM_HEAP_H
#define BIDE_VM_HEAP_H

#include <stddef.h>

#include "vm/heap_pauses.h"
#include "vm/object.h"

#if defined(__SANITIZE_ADDRESS__)
#define HEAP_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HEAP_POISONS 1
#endif
#endif
#ifdef HEAP_POISONS
#include <sanitizer/asan_interface.h>
#define HEAP_POISON(cell, size)   ASAN_POISON_MEMORY_REGION(cell, size)
#define HEAP_UNPOISON(cell, size) ASAN_UNPOISON_MEMORY_REGION(cell, size)
#define HEAP_READS_POISONED       __attribute__((no_sanitize_address))
#else
#define HEAP_POISON(cell, size)   ((void)0)
#define HEAP_UNPOISON(cell, size) ((void)0)
#define HEAP_READS_POISONED
#endif

enum { HEAP_LARGE = 512, HEAP_GRAIN = 16, HEAP_CLASS_COUNT = HEAP_LARGE / HEAP_GRAIN };

/* The cells of one size: class `n` has cells of (n + 1) * HEAP_GRAIN bytes. */
typedef struct HeapClass {
    Obj *free;                   /* linked through `type` */
    struct HeapBlock *blocks;    /* all of them */
    struct HeapBlock *available; /* those the last sweep found free cells in, not yet in use again */
    struct HeapBlock *fresh;     /* whose cells have not all been handed out once; NULL: none */
} HeapClass;

typedef struct HeapHook {
    void (*call)(Heap *heap, void *state);
    void *state;
} HeapHook;

/* Only heap.c and the functions below touch its fields. */
struct Heap {
    HeapClass classes[2][HEAP_CLASS_COUNT]; /* [1]: suspended code */
    uint8_t live_mark;
    ptrdiff_t allocated;   /* bytes since the last collection, arrays included */
    ptrdiff_t threshold;   /* collect when that many are */
    size_t cell_bytes;     /* live cells and large objects, as of the last collection */
    ptrdiff_t array_bytes; /* what heap_account() has been told of */
    size_t live_objects, collections, peak_bytes;
    PauseLog *pauses; /* NULL: nobody wants to know */
    Vm *vm;
    struct HeapChunk *chunks;
    struct HeapBlock *spare_blocks;
    struct HeapLarge *large;
    struct HeapLarge *types; /* classes, apart: they are freed after their instances */
    Obj **mark_stack;
    size_t mark_count, mark_capacity;
    Obj **finalizable; /* a queue: [finalizable_start, finalizable_end) */
    size_t finalizable_start, finalizable_end, finalizable_capacity;
    HeapHook *root_markers, *weak_tables;
    HeapHook *finalizable_finders;
    size_t root_marker_count, weak_table_count, finalizable_finder_count;
};

Heap *heap_new(Vm *vm);
void heap_free(Heap *heap); /* frees every object, with what it malloc'ed; runs no script */

/* The part of heap_allocate() that need not be fast. With `zero` false only the head is initialised. */
void *heap_allocate_slowly(Heap *heap, size_t size, ObjectKind kind, Type *type, bool zero);

static inline bool heap_kind_is_suspended_code(ObjectKind kind) {
    return kind >= KIND_GENERATOR && kind <= KIND_NATIVE_COROUTINE;
}

static inline void *heap_allocate_cell(Heap *heap, size_t size, ObjectKind kind, Type *type, bool zero) {
    if (size > HEAP_LARGE || kind == KIND_TYPE)
        return heap_allocate_slowly(heap, size, kind, type, zero);
    HeapClass *class = &heap->classes[heap_kind_is_suspended_code(kind)][(size - 1) / HEAP_GRAIN];
    Obj *object = class->free;
    if (__builtin_expect(!object, 0))
        return heap_allocate_slowly(heap, size, kind, type, zero);
    HEAP_UNPOISON(object, (size + HEAP_GRAIN - 1) / HEAP_GRAIN * HEAP_GRAIN);
    class->free = (Obj *)object->type;
    object->type = type;
    object->kind = (uint8_t)kind;
    object->mark = heap->live_mark;
    object->flags = 0;
    object->aux = 0;
    if (zero)
        memset(object + 1, 0, size - sizeof(Obj));
    return object;
}

/* A zeroed object (but for its head) of `size` bytes. Never returns NULL: running out of memory ends the
 * process with a message. */
static inline void *heap_allocate(Heap *heap, size_t size, ObjectKind kind, Type *type) {
    return heap_allocate_cell(heap, size, kind, type, true);
}

/* Likewise, but nothing behind the head is initialised: for strings, which are filled in at once. */
static inline void *heap_allocate_raw(Heap *heap, size_t size, ObjectKind kind, Type *type) {
    return heap_allocate_cell(heap, size, kind, type, false);
}

/* Says that an object's own malloc'ed memory grew (or shrank) by `bytes`. */
static inline void heap_account(Heap *heap, ptrdiff_t bytes) {
    heap->allocated += bytes;
    heap->array_bytes += bytes;
}

static inline bool heap_should_collect(const Heap *heap) {
#ifdef BIDE_GC_STRESS
    (void)heap;
    return true;
#else
    return heap->allocated >= heap->threshold;
#endif
}

void heap_collect(Heap *heap);

/* Has `mark` called in every collection, to mark what a structure holds that the vm does not know. */
void heap_add_root_marker(Heap *heap, void (*mark)(Heap *heap, void *state), void *state);
/* Has `drop_dead` called after marking and before anything is freed: it drops its references to objects for
 * which heap_is_marked() is false. */
void heap_add_weak_table(Heap *heap, void (*drop_dead)(Heap *heap, void *state), void *state);

/* Has `find` called after marking: of those objects it knows for which heap_is_marked() is false it hands to
 * heap_queue_finalizable() those that have something to do before they go. */
void heap_add_finalizable_finder(Heap *heap, void (*find)(Heap *heap, void *state), void *state);
void heap_queue_finalizable(Heap *heap, Obj *object);

/* The next object that was found unreachable but has something to do before it goes: a `__del__` to run (its
 * type has TYPE_HAS_DEL), a generator to close, a coroutine never awaited to warn about. NULL: no more. It
 * lives again until a later collection, and is never queued again (OBJ_FINALIZED). Whoever takes it must root
 * it; a generator that another one's closing has finished meanwhile needs nothing more. */
Obj *heap_take_finalizable(Heap *heap);

/* For trace functions: marks what they hold. NOTHING, immediates and NULL are fine. */
void heap_mark(Heap *heap, Value v);
void heap_mark_object(Heap *heap, void *object);
void heap_mark_values(Heap *heap, const Value *values, size_t count);
/* All that a thread keeps alive. */
struct Thread;
void heap_mark_thread(Heap *heap, const struct Thread *thread);

/* True during a collection after marking when `object` was reached (for weak tables). */
bool heap_is_marked(const Heap *heap, const Obj *object);

typedef struct HeapStatistics {
    size_t live_bytes, live_objects, collections, threshold, peak_bytes;
} HeapStatistics;
/* As of the last collection; live_bytes includes what has been allocated since. peak_bytes is the most that
 * lived, garbage included, when some collection began. */
HeapStatistics heap_statistics(const Heap *heap);

/* From now on the length of every pause is recorded in heap->pauses. */
void heap_log_pauses(Heap *heap);

#endif
