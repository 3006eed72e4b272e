#include "vm/ready_queue.h"

#include <stdlib.h>

#include "vm/heap.h"
#include "vm/memory.h"

enum { FIRST_CAPACITY = 64 };

void ready_queue_free(ReadyQueue *queue) {
    free(queue->entries);
    *queue = (ReadyQueue){0};
}

void ready_queue_grow(ReadyQueue *queue) {
    uint32_t capacity = queue->entries ? (queue->mask + 1) * 2 : FIRST_CAPACITY;
    ReadyEntry *entries = memory_new(capacity, sizeof *entries);
    for (uint32_t i = 0; i < queue->count; i++)
        entries[i] = *ready_queue_at(queue, i);
    free(queue->entries);
    queue->entries = entries;
    queue->head = 0;
    queue->mask = capacity - 1;
}

void ready_queue_trace(Heap *heap, ReadyQueue *queue, uint32_t start, uint32_t end) {
    for (uint32_t i = start; i < end; i++) {
        ReadyEntry *entry = ready_queue_at(queue, i);
        heap_mark_object(heap, ready_object(entry->target));
        heap_mark(heap, entry->argument);
    }
}
