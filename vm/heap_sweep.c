/* Sweeping: the dead are freed block by block, some in every step, some when allocation finds no free cell.
 */
#include <stdlib.h>

#include "vm/heap_internal.h"
#include "vm/heap_trace.h"

enum { BLOCKS_FOR_ONE_CELL = 4 };

/* Frees a block's dead cells. False: nothing in it lives. */
HEAP_READS_POISONED static bool sweep_block(Heap *heap, HeapBlock *block) {
    uint8_t live_mark = heap->live_mark;
    uint32_t cell_size = block->cell_size, live_count = 0;
    Obj *free = NULL;
    /* Backwards, so that cells are handed out in the order of their addresses. */
    for (char *cell = block->fresh; cell > block->cells;) {
        cell -= cell_size;
        heap->work++;
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
    }
    block->free = free;
    heap->bytes -= (ptrdiff_t)(block->taken - live_count) * cell_size;
    block->taken = live_count;
    heap->counted_objects += live_count;
    return live_count > 0;
}

/* `bytes` were taken before something was freed. The next step is due when as much has been allocated as
 * before, not when the heap has grown by that: else allocation would fill up what it sweeps, and sweeping
 * never end. */
static void note_freed(Heap *heap, ptrdiff_t bytes) {
    heap->survivors -= bytes - heap->bytes;
    heap->next_step -= bytes - heap->bytes;
}

/* Sweeps the next block of a class that has one. */
static void sweep_next_block(Heap *heap, HeapClass *class) {
    HeapBlock *block = class->unswept;
    class->unswept = block->next;
    ptrdiff_t before = heap->bytes;
    bool lives = sweep_block(heap, block);
    note_freed(heap, before);
    if (!lives) {
        HEAP_UNPOISON(block, HEAP_BLOCK_BYTES);
        block->next = heap->spare_blocks;
        heap->spare_blocks = block;
        return;
    }
    block->next = class->blocks;
    class->blocks = block;
    if (block->free || block->fresh < heap_block_end(block)) {
        block->next_available = class->available;
        class->available = block;
    }
}

void heap_sweep_for(Heap *heap, HeapClass *class) {
    for (int i = 0; i < BLOCKS_FOR_ONE_CELL && class->unswept && !class->available; i++)
        sweep_next_block(heap, class);
}

/* Sweeps `*list` for as long as the budget lasts; what lives goes to `kept`. */
static bool sweep_large(Heap *heap, HeapLarge **list, HeapLarge **kept, size_t budget) {
    while (*list) {
        if (heap->work++ > budget)
            return false;
        HeapLarge *large = *list;
        *list = large->next;
        Obj *object = heap_large_object(large);
        if (object->mark == heap->live_mark) {
            heap->counted_objects++;
            large->next = *kept;
            *kept = large;
            continue;
        }
        ptrdiff_t before = heap->bytes;
        if (heap_object_owns_memory(object))
            heap_release_object(heap, object);
        heap->bytes -= (ptrdiff_t)(sizeof(HeapLarge) + large->size);
        note_freed(heap, before);
        free(large);
    }
    return true;
}

void heap_sweep_begin(Heap *heap) {
    for (unsigned n = 0; n < HEAP_CLASSES_IN_ALL; n++) {
        HeapClass *class = heap_class(heap, n);
        class->free = NULL;
        class->available = NULL;
        class->unswept = class->blocks;
        class->blocks = NULL;
    }
    heap->unswept_large = heap->large;
    heap->large = NULL;
    heap->place_class = 0;
    heap->counted_objects = 0;
    heap->survivors = heap->bytes;
}

bool heap_sweep_some(Heap *heap, size_t budget) {
    for (; heap->place_class < HEAP_CLASSES_IN_ALL; heap->place_class++)
        for (HeapClass *class = heap_class(heap, heap->place_class); class->unswept;) {
            if (heap->work > budget)
                return false;
            sweep_next_block(heap, class);
        }
    if (!sweep_large(heap, &heap->unswept_large, &heap->large, budget))
        return false;
    /* Last, because releasing an instance asks its type. */
    HeapLarge *types = heap->types;
    heap->types = NULL;
    sweep_large(heap, &types, &heap->types, SIZE_MAX);
    heap->live_objects = heap->counted_objects;
    return true;
}
