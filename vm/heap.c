#include "vm/heap.h"

#include <assert.h>
#include <stdlib.h>

#include "vm/heap_trace.h"
#include "vm/memory.h"
#include "vm/type.h"

enum {
    BLOCK_BYTES = 64 * 1024,
    CHUNK_BLOCKS = 16,
    RUN_BYTES = 4096,                  /* a fresh block's cells are handed out so many bytes at a time */
    FIRST_THRESHOLD = 8 * 1024 * 1024, /* short scripts never collect */
};

enum { MARK_FREE = 0, MARK_FIRST = 1, MARK_SECOND = 2 };

/* Memory comes from malloc in chunks, which are cut into blocks; a block holds cells of one size. */
typedef struct HeapChunk {
    struct HeapChunk *next;
    char *memory;
} HeapChunk;

typedef struct HeapBlock {
    struct HeapBlock *next;           /* in class->blocks, or among the spare ones */
    struct HeapBlock *next_available; /* in class->available */
    Obj *free;                        /* what the last sweep found */
    uint32_t free_count;
    uint32_t cell_size;
    char *fresh; /* cells from here on have never been handed out */
    _Alignas(16) char cells[];
} HeapBlock;

/* An object with memory of its own lies behind one of these. */
typedef struct HeapLarge {
    struct HeapLarge *next;
    size_t size;
} HeapLarge;

static_assert(offsetof(HeapBlock, cells) % 16 == 0, "cells are aligned");
static_assert(sizeof(HeapLarge) == 16, "large objects are aligned");

static Obj *large_object(HeapLarge *large) {
    return (Obj *)(large + 1);
}

/* The end of the last cell that fits. */
static char *block_end(HeapBlock *block) {
    size_t room = BLOCK_BYTES - offsetof(HeapBlock, cells);
    return block->cells + room / block->cell_size * block->cell_size;
}

void heap_log_pauses(Heap *heap) {
    if (!heap->pauses)
        heap->pauses = pause_log_new();
}

Heap *heap_new(Vm *vm) {
    Heap *heap = memory_new_zeroed(1, sizeof(Heap));
    heap->vm = vm;
    heap->live_mark = MARK_FIRST;
    heap->threshold = FIRST_THRESHOLD;
    return heap;
}

/* --- Allocating ----------------------------------------------------------------------------------- */

static HeapBlock *take_spare_block(Heap *heap) {
    if (!heap->spare_blocks) {
        HeapChunk *chunk = memory_new(1, sizeof(HeapChunk));
        chunk->memory = aligned_alloc(RUN_BYTES, (size_t)CHUNK_BLOCKS * BLOCK_BYTES);
        if (!chunk->memory)
            memory_exhausted();
        chunk->next = heap->chunks;
        heap->chunks = chunk;
        for (int i = CHUNK_BLOCKS - 1; i >= 0; i--) {
            HeapBlock *block = (HeapBlock *)(chunk->memory + (size_t)i * BLOCK_BYTES);
            block->next = heap->spare_blocks;
            heap->spare_blocks = block;
        }
    }
    HeapBlock *block = heap->spare_blocks;
    heap->spare_blocks = block->next;
    return block;
}

/* Makes the next few cells of a block that has never been used up into the free list. */
static void hand_out_run(Heap *heap, HeapClass *class) {
    HeapBlock *block = class->fresh;
    char *start = block->fresh;
    char *end = block_end(block);
    if (end - start > RUN_BYTES)
        end = start + (RUN_BYTES < block->cell_size ? 1 : RUN_BYTES / block->cell_size) * block->cell_size;
    else
        class->fresh = NULL;
    block->fresh = end;
    for (char *cell = end; cell > start;) {
        cell -= block->cell_size;
        Obj *object = (Obj *)cell;
        object->mark = MARK_FREE;
        object->type = (Type *)class->free;
        class->free = object;
        HEAP_POISON(object, block->cell_size);
    }
    heap->allocated += end - start;
}

static void refill(Heap *heap, HeapClass *class, size_t cell_size) {
    HeapBlock *block = class->available;
    if (block) {
        class->available = block->next_available;
        class->free = block->free;
        block->free = NULL;
        heap->allocated += (ptrdiff_t)(block->free_count * cell_size);
        return;
    }
    if (!class->fresh) {
        block = take_spare_block(heap);
        block->cell_size = (uint32_t)cell_size;
        block->free = NULL;
        block->free_count = 0;
        block->next_available = NULL;
        block->fresh = block->cells;
        block->next = class->blocks;
        class->blocks = block;
        class->fresh = block;
    }
    hand_out_run(heap, class);
}

static void *allocate_large(Heap *heap, size_t size, ObjectKind kind, Type *type, bool zero) {
    size_t bytes = sizeof(HeapLarge) + size;
    HeapLarge *large = zero ? calloc(1, bytes) : malloc(bytes);
    if (!large)
        memory_exhausted();
    HeapLarge **list = kind == KIND_TYPE ? &heap->types : &heap->large;
    large->next = *list;
    large->size = size;
    *list = large;
    heap->allocated += (ptrdiff_t)bytes;
    Obj *object = large_object(large);
    *object = (Obj){.type = type, .kind = (uint8_t)kind, .mark = heap->live_mark};
    return object;
}

void *heap_allocate_slowly(Heap *heap, size_t size, ObjectKind kind, Type *type, bool zero) {
    if (size > HEAP_LARGE || kind == KIND_TYPE)
        return allocate_large(heap, size, kind, type, zero);
    size_t index = (size - 1) / HEAP_GRAIN;
    refill(heap, &heap->classes[heap_kind_is_suspended_code(kind)][index], (index + 1) * HEAP_GRAIN);
    return heap_allocate_cell(heap, size, kind, type, zero);
}

/* --- Marking -------------------------------------------------------------------------------------- */

void heap_mark_object(Heap *heap, void *pointer) {
    Obj *object = pointer;
    if (!object || object->mark == heap->live_mark)
        return;
    object->mark = heap->live_mark;
    if (heap->mark_count == heap->mark_capacity) {
        heap->mark_capacity = heap->mark_capacity ? heap->mark_capacity * 2 : 1024;
        heap->mark_stack = memory_resize(heap->mark_stack, heap->mark_capacity, sizeof(Obj *));
    }
    heap->mark_stack[heap->mark_count++] = object;
}

void heap_mark(Heap *heap, Value v) {
    if (is_object(v))
        heap_mark_object(heap, as_object(v));
}

void heap_mark_values(Heap *heap, const Value *values, size_t count) {
    for (size_t i = 0; i < count; i++)
        heap_mark(heap, values[i]);
}

bool heap_is_marked(const Heap *heap, const Obj *object) {
    return object->mark == heap->live_mark;
}

static void mark_all_reached(Heap *heap) {
    while (heap->mark_count > 0)
        heap_trace_object(heap, heap->mark_stack[--heap->mark_count]);
}

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

void heap_add_finalizable_finder(Heap *heap, void (*find)(Heap *heap, void *state), void *state) {
    add_hook(&heap->finalizable_finders, &heap->finalizable_finder_count, (HeapHook){find, state});
}

static void mark_roots(Heap *heap) {
    heap_trace_vm(heap, heap->vm);
    for (size_t i = 0; i < heap->root_marker_count; i++)
        heap->root_markers[i].call(heap, heap->root_markers[i].state);
    for (size_t i = heap->finalizable_start; i < heap->finalizable_end; i++)
        heap_mark_object(heap, heap->finalizable[i]);
}

void heap_each_type(Heap *heap, void (*each)(Heap *heap, Type *type)) {
    for (HeapLarge *large = heap->types; large; large = large->next)
        each(heap, (Type *)large_object(large));
}

/* --- Finding what must not go quietly ------------------------------------------------------------- */

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

static void consider_finalizing(Heap *heap, Obj *object) {
    if (object->mark != heap->live_mark && heap_object_wants_finalizing(object))
        heap_queue_finalizable(heap, object);
}

HEAP_READS_POISONED static void queue_finalizable_of_block(Heap *heap, HeapBlock *block) {
    for (char *cell = block->cells; cell < block->fresh; cell += block->cell_size) {
        Obj *object = (Obj *)cell;
        if (object->mark != MARK_FREE)
            consider_finalizing(heap, object);
    }
}

static bool any_type_has_del(Heap *heap) {
    for (HeapLarge *large = heap->types; large; large = large->next)
        if (((Type *)large_object(large))->flags & TYPE_HAS_DEL)
            return true;
    return false;
}

/* Only suspended code can want finalizing, unless a class somewhere has a __del__. */
static void queue_all_finalizable(Heap *heap) {
    size_t first = heap->finalizable_end;
    for (int suspended_code = any_type_has_del(heap) ? 0 : 1; suspended_code < 2; suspended_code++)
        for (int i = 0; i < HEAP_CLASS_COUNT; i++)
            for (HeapBlock *block = heap->classes[suspended_code][i].blocks; block; block = block->next)
                queue_finalizable_of_block(heap, block);
    for (HeapLarge *large = heap->large; large; large = large->next)
        consider_finalizing(heap, large_object(large));
    for (size_t i = 0; i < heap->finalizable_finder_count; i++)
        heap->finalizable_finders[i].call(heap, heap->finalizable_finders[i].state);
    for (size_t i = first; i < heap->finalizable_end; i++)
        heap_mark_object(heap, heap->finalizable[i]);
    mark_all_reached(heap);
}

Obj *heap_take_finalizable(Heap *heap) {
    if (heap->finalizable_start == heap->finalizable_end) {
        heap->finalizable_start = heap->finalizable_end = 0;
        return NULL;
    }
    return heap->finalizable[heap->finalizable_start++];
}

/* --- Sweeping ------------------------------------------------------------------------------------- */

/* Frees a block's dead cells. False: nothing in it lives. */
HEAP_READS_POISONED static bool sweep_block(Heap *heap, HeapBlock *block) {
    uint8_t live_mark = heap->live_mark;
    uint32_t cell_size = block->cell_size, free_count = 0;
    size_t live_count = 0;
    Obj *free = NULL;
    /* Backwards, so that cells are handed out in the order of their addresses. */
    for (char *cell = block->fresh; cell > block->cells;) {
        cell -= cell_size;
        Obj *object = (Obj *)cell;
        if (object->mark == live_mark) {
            live_count++;
            continue;
        }
        if (object->mark != MARK_FREE) {
            if (heap_object_owns_memory(object))
                heap_release_object(heap, object);
            object->mark = MARK_FREE;
            HEAP_POISON(object, cell_size);
        }
        object->type = (Type *)free;
        free = object;
        free_count++;
    }
    block->free = free;
    block->free_count = free_count;
    heap->live_objects += live_count;
    heap->cell_bytes += live_count * cell_size;
    return live_count > 0;
}

static void sweep_class(Heap *heap, HeapClass *class) {
    class->free = NULL;
    class->available = NULL;
    HeapBlock *kept = NULL;
    for (HeapBlock *block = class->blocks, *next; block; block = next) {
        next = block->next;
        if (!sweep_block(heap, block)) {
            if (class->fresh == block)
                class->fresh = NULL;
            HEAP_UNPOISON(block, BLOCK_BYTES);
            block->next = heap->spare_blocks;
            heap->spare_blocks = block;
            continue;
        }
        block->next = kept;
        kept = block;
        if (block->free) {
            block->next_available = class->available;
            class->available = block;
        }
    }
    class->blocks = kept;
}

static void sweep_large(Heap *heap, HeapLarge **list) {
    while (*list) {
        HeapLarge *large = *list;
        Obj *object = large_object(large);
        if (object->mark == heap->live_mark) {
            heap->live_objects++;
            heap->cell_bytes += sizeof(HeapLarge) + large->size;
            list = &large->next;
            continue;
        }
        if (heap_object_owns_memory(object))
            heap_release_object(heap, object);
        *list = large->next;
        free(large);
    }
}

static void sweep(Heap *heap) {
    heap->live_objects = 0;
    heap->cell_bytes = 0;
    for (int suspended_code = 0; suspended_code < 2; suspended_code++)
        for (int i = 0; i < HEAP_CLASS_COUNT; i++)
            sweep_class(heap, &heap->classes[suspended_code][i]);
    sweep_large(heap, &heap->large);
    /* Last, because releasing an instance asks its type. */
    sweep_large(heap, &heap->types);
}

/* Live when last counted, and allocated since. */
static size_t bytes_in_use(const Heap *heap) {
    ptrdiff_t allocated = heap->allocated > 0 ? heap->allocated : 0;
    return heap->cell_bytes + (size_t)heap->array_bytes + (size_t)allocated;
}

void heap_collect(Heap *heap) {
    pause_begin(heap->pauses);
    size_t in_use = bytes_in_use(heap);
    if (in_use > heap->peak_bytes)
        heap->peak_bytes = in_use;
    heap->live_mark = heap->live_mark == MARK_FIRST ? MARK_SECOND : MARK_FIRST;
    mark_roots(heap);
    mark_all_reached(heap);
    queue_all_finalizable(heap);
    heap_drop_dead(heap, heap->vm);
    for (size_t i = 0; i < heap->weak_table_count; i++)
        heap->weak_tables[i].call(heap, heap->weak_tables[i].state);
    sweep(heap);
    heap->collections++;
    heap->allocated = 0;
    ptrdiff_t live = (ptrdiff_t)heap->cell_bytes + heap->array_bytes;
    heap->threshold = live > FIRST_THRESHOLD ? live : FIRST_THRESHOLD;
    pause_end(heap->pauses);
}

HeapStatistics heap_statistics(const Heap *heap) {
    return (HeapStatistics){
        .live_bytes = bytes_in_use(heap),
        .live_objects = heap->live_objects,
        .collections = heap->collections,
        .threshold = (size_t)heap->threshold,
        .peak_bytes = heap->peak_bytes,
    };
}

void heap_free(Heap *heap) {
    /* Nothing has this mark: all of it is swept. */
    heap->live_mark = UINT8_MAX;
    sweep(heap);
    while (heap->chunks) {
        HeapChunk *chunk = heap->chunks;
        heap->chunks = chunk->next;
        free(chunk->memory);
        free(chunk);
    }
    pause_log_free(heap->pauses);
    free(heap->mark_stack);
    free(heap->finalizable);
    free(heap->root_markers);
    free(heap->weak_tables);
    free(heap->finalizable_finders);
    free(heap);
}
