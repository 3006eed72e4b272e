#include "stdlib/asyncio/byte_queue.h"

#include <stdlib.h>
#include <string.h>

#include "vm/memory.h"

/* An empty queue keeps an array of up to so many bytes. */
enum { KEPT_WHEN_EMPTY = 4096, SMALLEST = 256 };

static void make_room(ByteQueue *queue, size_t more) {
    size_t needed = queue->count + more;
    if (needed <= queue->capacity && queue->start >= queue->capacity / 2) {
        memmove(queue->array, byte_queue_front(queue), queue->count);
        queue->start = 0;
        return;
    }
    size_t capacity = queue->capacity < SMALLEST ? SMALLEST : queue->capacity;
    while (capacity < needed)
        capacity *= 2;
    if (capacity == queue->capacity)
        capacity *= 2;
    uint8_t *array = memory_resize(NULL, capacity, 1);
    if (queue->count > 0)
        memcpy(array, byte_queue_front(queue), queue->count);
    free(queue->array);
    queue->array = array;
    queue->start = 0;
    queue->capacity = capacity;
}

void byte_queue_add(ByteQueue *queue, const void *bytes, size_t count) {
    if (count == 0)
        return;
    if (queue->capacity - queue->start - queue->count < count)
        make_room(queue, count);
    memcpy(queue->array + queue->start + queue->count, bytes, count);
    queue->count += count;
}

void byte_queue_drop(ByteQueue *queue, size_t count) {
    queue->count -= count;
    queue->start = queue->count == 0 ? 0 : queue->start + count;
    if (queue->count == 0 && queue->capacity > KEPT_WHEN_EMPTY)
        byte_queue_free(queue);
}

void byte_queue_free(ByteQueue *queue) {
    free(queue->array);
    *queue = (ByteQueue){NULL, 0, 0, 0};
}

size_t byte_queue_find(const ByteQueue *queue, const void *part, size_t part_count, size_t from) {
    if (from >= queue->count)
        return SIZE_MAX;
    const uint8_t *front = byte_queue_front(queue);
    const uint8_t *found = memmem(front + from, queue->count - from, part, part_count);
    return found ? (size_t)(found - front) : SIZE_MAX;
}
