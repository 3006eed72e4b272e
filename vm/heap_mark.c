/* Marking, the write barrier, and finding what must not go quietly. */
#include <stdlib.h>

#include "vm/heap_internal.h"
#include "vm/heap_trace.h"
#include "vm/heap_verify.h"
#include "vm/memory.h"
#include "vm/vm.h"

enum {
    SMALL_STACK = 16 * 1024, /* entries that are kept from cycle to cycle */
    PREFETCH_DISTANCE = 8,   /* entries of the mark stack */
    LONG_LIST = 4096,        /* so many items are marked at a time */
    WORK_OF_AN_OBJECT = 8,   /* where looking at a reference counts as 1 */
};

static void grow_stack(Heap *heap, size_t wanted) {
    size_t capacity = heap->mark_capacity ? heap->mark_capacity * 2 : 1024;
    heap->mark_capacity = capacity < wanted ? wanted : capacity;
    heap->mark_stack = memory_resize(heap->mark_stack, heap->mark_capacity, sizeof(Obj *));
}

/* Whatever its colour: to look at it would mostly wait for memory. By the time it is taken from the stack it
 * has been fetched. */
void heap_mark_object(Heap *heap, void *object) {
    if (!object || heap_verifier_takes(heap, object))
        return;
    if (heap->mark_count == heap->mark_capacity)
        grow_stack(heap, 0);
    heap->mark_stack[heap->mark_count++] = object;
}

void heap_mark(Heap *heap, Value v) {
    if (is_object(v))
        heap_mark_object(heap, as_object(v));
}

void heap_mark_values(Heap *heap, const Value *values, size_t count) {
    if (heap->mark_count + count > heap->mark_capacity)
        grow_stack(heap, heap->mark_count + count);
    for (size_t i = 0; i < count; i++)
        heap_mark(heap, values[i]);
}

static void mark_references(Heap *heap, Obj *object) {
    object->mark = heap->live_mark;
    heap_trace_object(heap, object);
}

/* A program that changes many objects and allocates little would fill the stack before the next step is due.
 */
void heap_write_barrier_passed(Heap *heap, Obj *object) {
    mark_references(heap, object);
    if (heap->mark_count > heap->mark_limit) {
        heap->next_step = heap->bytes;
        heap_hurry_step(heap);
    }
}

void heap_mark_references_of(Heap *heap, const Value *values, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (is_object(values[i]))
            heap_write_barrier(heap, as_object(values[i]));
}

void heap_mark_deep(Heap *heap, void *object) {
    if (heap_verifier_listens(heap))
        heap_mark_object(heap, object);
    else
        heap_write_barrier(heap, object);
}

bool heap_revive(Heap *heap, Obj *object) {
    heap_write_barrier(heap, object);
    return heap_is_marked(heap, object);
}

void heap_mark_begin(Heap *heap) {
    heap->live_mark = heap->live_mark == MARK_FIRST ? MARK_SECOND : MARK_FIRST;
    heap->marking = true;
    heap->long_list = NULL;
    heap_mark_roots(heap);
    heap->mark_limit = 2 * heap->mark_count + SMALL_STACK;
}

void heap_mark_roots(Heap *heap) {
    heap_trace_vm(heap, heap->vm);
    for (size_t i = 0; i < heap->root_marker_count; i++)
        heap->root_markers[i].call(heap, heap->root_markers[i].state);
    for (size_t i = heap->finalizable_start; i < heap->finalizable_end; i++)
        heap_mark_object(heap, heap->finalizable[i]);
}

/* Fills the mark stack from what is read in pieces. False: all has been read. */
static bool read_some(Heap *heap) {
    for (size_t i = 0; i < heap->reader_count; i++)
        if (!heap->readers[i].find(heap, heap->readers[i].state))
            return true;
    return false;
}

/* Marks the next items of a long list, which then waits on the stack for its turn again. It is white until
 * all are marked: so whoever changes it meanwhile has all of it marked. False: it is not long, or another one
 * is being marked. */
static bool mark_part_of_list(Heap *heap, Obj *object) {
    List *list = (List *)object;
    if (object->kind != KIND_LIST)
        return false;
    int64_t part = (int64_t)heap_verify_work(heap, LONG_LIST);
    if (list->count <= part || object->type != heap->vm->types_by_kind[KIND_LIST])
        return false;
    if (heap->long_list && heap->long_list != object && !heap_is_marked(heap, heap->long_list))
        return false;
    if (heap->long_list != object) {
        heap->long_list = object;
        heap->long_list_place = 0;
    }
    int64_t start = heap->long_list_place, count = list->count - start;
    if (count > part) {
        count = part;
        heap_mark_object(heap, object);
    } else {
        object->mark = heap->live_mark;
        heap_mark_shared(heap, object->type);
    }
    heap_mark_values(heap, list->items + start, count < 0 ? 0 : (size_t)count);
    heap->long_list_place = start + count;
    return true;
}

bool heap_mark_some(Heap *heap, size_t budget) {
    while (heap->mark_count > 0 || read_some(heap)) {
        if (heap->work > budget)
            return false;
        if (heap->mark_count == 0)
            continue;
        heap_verify_shuffle(heap);
        Obj *object = heap->mark_stack[--heap->mark_count];
        if (heap->mark_count > PREFETCH_DISTANCE)
            __builtin_prefetch(heap->mark_stack[heap->mark_count - PREFETCH_DISTANCE]);
        heap->work++;
        if (object->mark == heap->live_mark)
            continue;
        heap->work += WORK_OF_AN_OBJECT;
        if (!mark_part_of_list(heap, object))
            mark_references(heap, object);
    }
    return true;
}

void heap_mark_end(Heap *heap) {
    heap->marking = false;
    if (heap->mark_capacity <= SMALL_STACK)
        return;
    free(heap->mark_stack);
    heap->mark_stack = NULL;
    heap->mark_capacity = 0;
}

/* --- Finding -------------------------------------------------------------------------------------- */

void heap_queue_finalizable(Heap *heap, Obj *object) {
    if (object->flags & OBJ_FINALIZED)
        return;
    if (heap->finalizable_end == heap->finalizable_capacity) {
        heap->finalizable_capacity = heap->finalizable_capacity ? heap->finalizable_capacity * 2 : 16;
        heap->finalizable = memory_resize(heap->finalizable, heap->finalizable_capacity, sizeof(Obj *));
    }
    heap->finalizable[heap->finalizable_end++] = object;
    object->flags |= OBJ_FINALIZED;
}

Obj *heap_take_finalizable(Heap *heap) {
    /* What is being looked for is whole when all of it is found and marked. */
    if (heap->phase == HEAP_FINDING || heap->phase == HEAP_REVIVING)
        return NULL;
    if (heap->finalizable_start == heap->finalizable_end) {
        heap->finalizable_start = heap->finalizable_end = 0;
        return NULL;
    }
    return heap->finalizable[heap->finalizable_start++];
}

static void consider_finalizing(Heap *heap, Obj *object) {
    if (!heap_is_marked(heap, object) && heap_object_wants_finalizing(object))
        heap_queue_finalizable(heap, object);
}

HEAP_READS_POISONED static void find_in_block(Heap *heap, HeapBlock *block) {
    for (char *cell = block->cells; cell < block->fresh; cell += block->cell_size) {
        Obj *object = (Obj *)cell;
        heap->work++;
        if (object->mark != MARK_FREE)
            consider_finalizing(heap, object);
    }
}

static void note_del(Heap *heap, Type *type) {
    if (type->flags & TYPE_HAS_DEL)
        heap->searches_all = true;
}

static void look_for_del(Heap *heap) {
    heap->searches_all = false;
    heap_each_type(heap, note_del);
}

bool heap_may_want_finalizing(Heap *heap) {
    for (unsigned n = HEAP_CLASS_COUNT; n < HEAP_CLASSES_IN_ALL; n++)
        if (heap_class(heap, n)->blocks)
            return true;
    for (HeapLarge *large = heap->large; large; large = large->next)
        if (heap_kind_is_suspended_code(heap_large_object(large)->kind))
            return true;
    look_for_del(heap);
    return heap->searches_all;
}

void heap_find_begin(Heap *heap) {
    look_for_del(heap);
    heap->place_class = heap->searches_all ? 0 : HEAP_CLASS_COUNT;
    heap->place = heap_class(heap, heap->place_class)->blocks;
    heap->place_large = heap->large;
    heap->finder_place = 0;
}

/* Is there a block to look into? Passes on to the next class where one is through. */
static bool find_place(Heap *heap) {
    while (!heap->place) {
        if (heap->place_class + 1 >= HEAP_CLASSES_IN_ALL)
            return false;
        heap->place = heap_class(heap, ++heap->place_class)->blocks;
    }
    return true;
}

bool heap_find_some(Heap *heap, size_t budget) {
    while (find_place(heap)) {
        if (heap->work > budget)
            return false;
        find_in_block(heap, heap->place);
        heap->place = heap->place->next;
    }
    for (; heap->place_large; heap->place_large = heap->place_large->next) {
        if (heap->work++ > budget)
            return false;
        consider_finalizing(heap, heap_large_object(heap->place_large));
    }
    while (heap->finder_place < heap->finder_count) {
        if (heap->work > budget)
            return false;
        HeapFinder *finder = &heap->finders[heap->finder_place];
        if (finder->find(heap, finder->state))
            heap->finder_place++;
        heap->work += HEAP_FINDER_WORK;
    }
    for (size_t i = heap->finalizable_start; i < heap->finalizable_end; i++)
        heap_mark_object(heap, heap->finalizable[i]);
    return true;
}

/* --- Hooks ---------------------------------------------------------------------------------------- */

static void add_hook(HeapHook **hooks, size_t *count, HeapHook hook) {
    *hooks = memory_resize(*hooks, *count + 1, sizeof(HeapHook));
    (*hooks)[(*count)++] = hook;
}

void heap_add_root_marker(Heap *heap, void (*mark)(Heap *heap, void *state), void *state) {
    add_hook(&heap->root_markers, &heap->root_marker_count, (HeapHook){mark, state});
}

void heap_add_weak_table(Heap *heap, void (*drop_dead)(Heap *heap, void *state), void *state) {
    add_hook(&heap->weak_tables, &heap->weak_table_count, (HeapHook){drop_dead, state});
}

void heap_add_reader(Heap *heap, bool (*read)(Heap *heap, void *state), void *state) {
    heap->readers = memory_resize(heap->readers, heap->reader_count + 1, sizeof(HeapFinder));
    heap->readers[heap->reader_count++] = (HeapFinder){read, state};
}

void heap_add_finder(Heap *heap, bool (*find)(Heap *heap, void *state), void *state) {
    heap->finders = memory_resize(heap->finders, heap->finder_count + 1, sizeof(HeapFinder));
    heap->finders[heap->finder_count++] = (HeapFinder){find, state};
}
