/* The heap: size-class blocks, and a precise collector that never moves an object and works in small steps.
 *
 * heap_allocate() never collects. The interpreter loop calls heap_step() at a safepoint when
 * heap_should_step(): there, every live value is reachable from the roots (frames, the vm's own fields,
 * explicit roots). So native code that does not call back into a script may keep values in C variables
 * freely.
 *
 * Cells: objects over HEAP_LARGE bytes get memory of their own; a size class is a multiple of a grain, and
 * its free cells form a list that heap_allocate() pops. Most objects are aligned to 16 bytes, as tagged words
 * want it (ready_queue.h). Objects that are suspended code (generators, coroutines) have a finer grain, as
 * there may be millions, and blocks apart, so that those among the dead that must be closed or warned about
 * are found without looking at every object. Arrays that objects malloc (list items, dict tables) are
 * reported with heap_account(), so that they too bring the next collection nearer.
 *
 * A cycle has phases (HeapPhase), and a step does a bounded piece of one of them:
 *   idle       until heap->bytes has grown enough since the last cycle
 *   marking    begins with a snapshot of the roots and ends when all that was reachable then is marked
 *   finding    looks for dead objects that have something to do before they go; they are queued and live on
 *   reviving   marks what those hold; then weak tables drop what is dead
 *   sweeping   frees the dead, block by block, also whenever allocation finds no free cell
 *
 * Colours: a mark is 0 in a free cell, else one of two colours that take turns. In a cycle what has the new
 * one, heap->live_mark, is black: it lives, and what it refers to is black or on the mark stack. What still
 * has the old colour is white. New objects are born black.
 *
 * The invariant that makes stopping midway safe ("snapshot at the beginning"): whatever was reachable when
 * the cycle began gets marked, even if it becomes garbage meanwhile. So a reference that the snapshot holds
 * must not disappear from an object before the collector has seen it there:
 *   - before a reference in a white object is overwritten or removed, the object is made black, all its
 * references together: heap_write_barrier(). Filling in a new object, or a place that held nothing, needs
 * none.
 *   - registers and the native code's roots need no barrier: they are read when the cycle begins, and the
 *     objects they hold are made black there and then; so is the frame of a generator that runs. One that is
 *     resumed passes the barrier before its frame runs (chain_enter() and its kin).
 *   - C code that is called with objects may change them: they pass the barrier before the call, wherever C
 *     functions are called on a script's behalf (native_function_call(), ops that change their object). Only
 *     objects that C code reaches through others need a barrier of their own: dicts, lists, sets, cells,
 *     attributes, futures, tasks and so on have it in their own functions.
 *   - who finds an object without holding it (the table of interned strings, the list of all tasks) asks
 *     heap_revive() first.
 * Nothing has to be looked at again when marking ends: a new object holds only what was reachable in the
 * snapshot, or is new itself. The alternative, a barrier that notices new references, would need one in every
 * function of C that fills in an object, and a last look at all registers and suspended frames.
 *
 * VARIANT=verify checks this: see heap_verify.h. */
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

enum {
    HEAP_LARGE = 512,
    HEAP_GRAIN = 16,
    HEAP_FINE_GRAIN = 8,
    HEAP_CLASS_COUNT = HEAP_LARGE / HEAP_FINE_GRAIN,
    HEAP_MARK_FREE = 0, /* the mark of a cell that holds no object */
};

typedef enum HeapPhase { HEAP_IDLE, HEAP_MARKING, HEAP_FINDING, HEAP_REVIVING, HEAP_SWEEPING } HeapPhase;

/* The cells of one size: class `n` has cells of (n + 1) grains. */
typedef struct HeapClass {
    Obj *free;                   /* linked through `type` */
    struct HeapBlock *blocks;    /* those that are not in `unswept` */
    struct HeapBlock *available; /* of those, the ones with cells that are free or have never been used */
    struct HeapBlock *unswept;   /* in which the dead of the last cycle have not been freed yet */
} HeapClass;

typedef struct HeapHook {
    void (*call)(Heap *heap, void *state);
    void *state;
} HeapHook;

typedef struct HeapFinder {
    bool (*find)(Heap *heap, void *state);
    void *state;
} HeapFinder;

/* Only the heap's own files and the functions below touch its fields. */
struct Heap {
    uint8_t live_mark;
    bool marking;  /* marking, finding or reviving: writes pass the barrier */
    uint8_t phase; /* HeapPhase */
    ptrdiff_t
        bytes; /* in cells that are taken, large objects, and arrays; of the dead, those not yet freed */
    ptrdiff_t next_step;                    /* when so many are taken, the next step is due */
    HeapClass classes[2][HEAP_CLASS_COUNT]; /* [1]: suspended code */
    Vm *vm;
    struct HeapChunk *chunks;
    uint32_t chunk_count;
    struct HeapBlock *spare_blocks;
    struct HeapLarge *large;
    struct HeapLarge *unswept_large;
    struct HeapLarge *types; /* classes, apart: they are freed after their instances */
    /* Marking: */
    Obj **mark_stack; /* objects that black ones hold, of any colour */
    size_t mark_count, mark_capacity;
    size_t mark_limit; /* more entries than this hurry the next step */
    size_t work;       /* done by this step */
    Obj *long_list;    /* a list of which a part has been marked, up to long_list_place; NULL: none */
    int64_t long_list_place;
    /* Finding and sweeping: how far they are. */
    struct HeapBlock *place;
    struct HeapLarge *place_large;
    unsigned place_class, finder_place;
    ptrdiff_t survivors; /* what was taken when sweeping began, less what it has freed */
    bool searches_all;   /* some class has a __del__: not only suspended code can want finalizing */
    Obj **finalizable;   /* a queue: [finalizable_start, finalizable_end) */
    size_t finalizable_start, finalizable_end, finalizable_capacity;
    HeapHook *root_markers, *weak_tables;
    HeapFinder *finders;
    HeapFinder *readers;
    size_t root_marker_count, weak_table_count, finder_count, reader_count;
    size_t live_objects, counted_objects, collections, peak_bytes;
    PauseLog *pauses; /* NULL: nobody wants to know */
#ifdef BIDE_GC_VERIFY
    struct HeapVerifier *verifier;
#endif
};

Heap *heap_new(Vm *vm);
void heap_free(Heap *heap); /* frees every object, with what it malloc'ed; runs no script */

/* The part of heap_allocate() that need not be fast. With `zero` false only the head is initialised. */
void *heap_allocate_slowly(Heap *heap, size_t size, ObjectKind kind, Type *type, bool zero);

static inline bool heap_kind_is_suspended_code(ObjectKind kind) {
    return kind >= KIND_GENERATOR && kind <= KIND_NATIVE_COROUTINE;
}

static inline size_t heap_grain(ObjectKind kind) {
    return heap_kind_is_suspended_code(kind) ? HEAP_FINE_GRAIN : HEAP_GRAIN;
}

static inline void *heap_allocate_cell(Heap *heap, size_t size, ObjectKind kind, Type *type, bool zero) {
    if (size > HEAP_LARGE || kind == KIND_TYPE)
        return heap_allocate_slowly(heap, size, kind, type, zero);
    size_t grain = heap_grain(kind);
    HeapClass *class = &heap->classes[heap_kind_is_suspended_code(kind)][(size - 1) / grain];
    Obj *object = class->free;
    if (__builtin_expect(!object, 0))
        return heap_allocate_slowly(heap, size, kind, type, zero);
    HEAP_UNPOISON(object, (size + grain - 1) / grain * grain);
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

/* Has the next safepoint look whether a step is due: whoever makes one due calls it. */
void heap_hurry_step(Heap *heap);

/* Gives back at once an object of suspended code that nothing refers to. While a cycle is under way it is
 * left to the collector, which may know of it. */
static inline void heap_give_back(Heap *heap, void *object, size_t size) {
    if (__builtin_expect(heap->phase != HEAP_IDLE || size > HEAP_LARGE, 0))
        return;
    HeapClass *class = &heap->classes[1][(size - 1) / HEAP_FINE_GRAIN];
    Obj *cell = object;
    cell->mark = HEAP_MARK_FREE;
    cell->type = (Type *)class->free;
    class->free = cell;
    HEAP_POISON(cell, (size + HEAP_FINE_GRAIN - 1) / HEAP_FINE_GRAIN * HEAP_FINE_GRAIN);
}

/* Says that an object's own malloc'ed memory grew (or shrank) by `bytes`. */
static inline void heap_account(Heap *heap, ptrdiff_t bytes) {
    heap->bytes += bytes;
    if (__builtin_expect(heap->bytes >= heap->next_step, 0))
        heap_hurry_step(heap);
}

/* --- Collecting ----------------------------------------------------------------------------------- */

static inline bool heap_should_step(const Heap *heap) {
#if defined(BIDE_GC_STRESS) || defined(BIDE_GC_VERIFY)
    (void)heap;
    return true;
#else
    return heap->bytes >= heap->next_step;
#endif
}

/* Does a bounded piece of a collection: at a safepoint, when heap_should_step(). */
void heap_step(Heap *heap);

/* Whether there is anything at all that could have something to do before it goes: suspended code, or a class
 * with __del__. (What the finders look for the heap does not know.) */
bool heap_may_want_finalizing(Heap *heap);

/* Ends the cycle that is under way, if any, and does another one up to the point where it knows what is
 * unreachable, and has queued what of it must be finalized. */
void heap_find_unreachable(Heap *heap);

/* Ends the cycle that is under way, if any, and does a whole one at once: what is unreachable now is freed.
 */
void heap_collect(Heap *heap);

/* Does a cycle mark, so that writes have to pass the barrier? */
static inline bool heap_is_marking(const Heap *heap) {
    return __builtin_expect(heap->marking, 0);
}

/* Says that a reference in `object` (which may be NULL) is about to be overwritten or removed. */
void heap_write_barrier_passed(Heap *heap, Obj *object);
static inline void heap_write_barrier(Heap *heap, void *object) {
    if (__builtin_expect(heap->marking, 0) && object && ((Obj *)object)->mark != heap->live_mark)
        heap_write_barrier_passed(heap, object);
}

/* Says so of those among `count` values that are objects. */
void heap_mark_references_of(Heap *heap, const Value *values, size_t count);
static inline void heap_write_barrier_values(Heap *heap, const Value *values, int count) {
    if (__builtin_expect(heap->marking, 0))
        heap_mark_references_of(heap, values, (size_t)count);
}

/* Asks for an object that was found without being held. False: it is dead, and must be left alone. True: it
 * lives, and may be held and handed out. */
bool heap_revive(Heap *heap, Obj *object);

/* Has `mark` called at the beginning of every cycle, to mark what a structure holds that the vm does not
 * know: references that change without a barrier. */
void heap_add_root_marker(Heap *heap, void (*mark)(Heap *heap, void *state), void *state);
/* Has `read` called while marking, until there is nothing to be read: it marks a bounded number of references
 * that are long lists in themselves, and of which the owner marks those that disappear meanwhile. False:
 * there are more. */
void heap_add_reader(Heap *heap, bool (*read)(Heap *heap, void *state), void *state);
/* Has `drop_dead` called when marking has ended and before anything is freed: it drops its references to
 * objects for which heap_is_marked() is false. */
void heap_add_weak_table(Heap *heap, void (*drop_dead)(Heap *heap, void *state), void *state);

/* Has `find` called when marking has ended: of those objects it knows for which heap_is_marked() is false it
 * hands to heap_queue_finalizable() those that have something to do before they go. It looks at a bounded
 * number of them; false: it is to be called again. */
void heap_add_finder(Heap *heap, bool (*find)(Heap *heap, void *state), void *state);
void heap_queue_finalizable(Heap *heap, Obj *object);

/* The next object that was found unreachable but has something to do before it goes: a `__del__` to run (its
 * type has TYPE_HAS_DEL), a generator to close, a coroutine never awaited to warn about. NULL: no more for
 * now. It lives again until a later cycle, and is never queued again (OBJ_FINALIZED). Whoever takes it must
 * root it; a generator that another one's closing has finished meanwhile needs nothing more. */
Obj *heap_take_finalizable(Heap *heap);

/* True after marking when `object` was reached (for finders and weak tables). */
static inline bool heap_is_marked(const Heap *heap, const Obj *object) {
    return object->mark == heap->live_mark;
}

/* For trace functions: marks what they hold. NOTHING, immediates and NULL are fine. */
void heap_mark(Heap *heap, Value v);
void heap_mark_object(Heap *heap, void *object);
void heap_mark_values(Heap *heap, const Value *values, size_t count);
/* Likewise, for what very many objects hold, so that mostly it is marked already. */
static inline void heap_mark_shared(Heap *heap, void *object) {
#ifndef BIDE_GC_VERIFY
    if (!object || heap_is_marked(heap, object))
        return;
#endif
    heap_mark_object(heap, object);
}
/* For root markers: marks an object and all it holds, so that it changes without a barrier in this cycle. */
void heap_mark_deep(Heap *heap, void *object);
/* All that a thread keeps alive. */
struct Thread;
void heap_mark_thread(Heap *heap, const struct Thread *thread);

typedef struct HeapStatistics {
    size_t live_bytes;   /* now, garbage included that has not been freed */
    size_t live_objects; /* when the last cycle ended */
    size_t collections;  /* cycles that have ended */
    size_t threshold;    /* live_bytes at which the next step is due */
    size_t peak_bytes;   /* the most that live_bytes was when a step began */
} HeapStatistics;
HeapStatistics heap_statistics(const Heap *heap);

/* From now on the length of every pause is recorded in heap->pauses. */
void heap_log_pauses(Heap *heap);
/* The program has ended: what the collector does from now on makes nobody wait. */
void heap_end_pauses(Heap *heap);

#endif
