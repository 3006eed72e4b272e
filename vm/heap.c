#include "vm/heap.h"

#include <assert.h>
#include <stdlib.h>

#include "vm/heap_cycle.h"
#include "vm/heap_internal.h"
#include "vm/heap_trace.h"
#include "vm/heap_verify.h"
#include "vm/memory.h"
#include "vm/type.h"

enum { RUN_BYTES = 4096 }; /* a fresh block's cells are handed out so many bytes at a time */

static_assert(offsetof(HeapBlock, cells) % 16 == 0, "cells are aligned");
static_assert(sizeof(HeapLarge) == 16, "large objects are aligned");

Heap *heap_new(Vm *vm) {
    Heap *heap = memory_new_zeroed(1, sizeof(Heap));
    heap->vm = vm;
    heap->live_mark = MARK_FIRST;
    heap->next_step = HEAP_FIRST_THRESHOLD;
    return heap;
}

static void add_block(Heap *heap, HeapClass *class, size_t cell_size) {
    HeapBlock *block = heap_take_block(heap);
    block->cell_size = (uint32_t)cell_size;
    block->taken = 0;
    block->free = NULL;
    block->fresh = block->cells;
    block->next = class->blocks;
    class->blocks = block;
    block->next_available = class->available;
    class->available = block;
}

static void take_cells(Heap *heap, HeapBlock *block, uint32_t count) {
    block->taken += count;
    heap_account(heap, (ptrdiff_t)count * block->cell_size);
}

/* Makes the next few cells of a block that has never been used up into the free list. */
static void hand_out_run(Heap *heap, HeapClass *class, HeapBlock *block) {
    char *start = block->fresh, *end = heap_block_end(block);
    if (end - start > RUN_BYTES)
        end = start + (RUN_BYTES < block->cell_size ? 1 : RUN_BYTES / block->cell_size) * block->cell_size;
    block->fresh = end;
    for (char *cell = end; cell > start;) {
        cell -= block->cell_size;
        Obj *object = (Obj *)cell;
        object->mark = MARK_FREE;
        object->type = (Type *)class->free;
        class->free = object;
        HEAP_POISON(object, block->cell_size);
    }
    take_cells(heap, block, (uint32_t)((end - start) / block->cell_size));
}

static void refill(Heap *heap, HeapClass *class, size_t cell_size) {
    if (!class->available && class->unswept)
        heap_sweep_for(heap, class);
    if (!class->available)
        add_block(heap, class, cell_size);
    HeapBlock *block = class->available;
    if (block->free) {
        class->free = block->free;
        block->free = NULL;
        uint32_t handed_out = (uint32_t)((block->fresh - block->cells) / block->cell_size);
        take_cells(heap, block, handed_out - block->taken);
    } else {
        hand_out_run(heap, class, block);
    }
    if (block->fresh == heap_block_end(block))
        class->available = block->next_available;
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
    heap_account(heap, (ptrdiff_t)bytes);
    Obj *object = heap_large_object(large);
    *object = (Obj){.type = type, .kind = (uint8_t)kind, .mark = heap->live_mark};
    return object;
}

void *heap_allocate_slowly(Heap *heap, size_t size, ObjectKind kind, Type *type, bool zero) {
    if (size > HEAP_LARGE || kind == KIND_TYPE)
        return allocate_large(heap, size, kind, type, zero);
    size_t grain = heap_grain(kind), index = (size - 1) / grain;
    refill(heap, &heap->classes[heap_kind_is_suspended_code(kind)][index], (index + 1) * grain);
    return heap_allocate_cell(heap, size, kind, type, zero);
}

void heap_each_type(Heap *heap, void (*each)(Heap *heap, Type *type)) {
    for (HeapLarge *large = heap->types; large; large = large->next)
        each(heap, (Type *)heap_large_object(large));
}

void heap_log_pauses(Heap *heap) {
    if (!heap->pauses)
        heap->pauses = pause_log_new();
}

void heap_end_pauses(Heap *heap) {
    if (heap->pauses)
        heap->pauses->ended = true;
}

HeapStatistics heap_statistics(const Heap *heap) {
    return (HeapStatistics){
        .live_bytes = (size_t)heap->bytes,
        .live_objects = heap->live_objects,
        .collections = heap->collections,
        .threshold = (size_t)heap->next_step,
        .peak_bytes = heap->peak_bytes,
    };
}

void heap_free(Heap *heap) {
    if (heap->phase == HEAP_SWEEPING)
        heap_sweep_some(heap, SIZE_MAX);
    /* Nothing has this mark: all of it is swept. */
    heap->live_mark = UINT8_MAX;
    heap_sweep_begin(heap);
    heap_sweep_some(heap, SIZE_MAX);
    heap_free_chunks(heap);
    heap_verifier_free(heap);
    pause_log_free(heap->pauses);
    free(heap->mark_stack);
    free(heap->finalizable);
    free(heap->root_markers);
    free(heap->weak_tables);
    free(heap->finders);
    free(heap->readers);
    free(heap);
}
