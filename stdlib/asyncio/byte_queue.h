/* Bytes that wait: what a stream has received and nobody has read, what a transport is yet to send. Added at
 * the end, taken from the front; the room in front is used again when the array would have to grow. */
#ifndef BIDE_STDLIB_ASYNCIO_BYTE_QUEUE_H
#define BIDE_STDLIB_ASYNCIO_BYTE_QUEUE_H

#include <stddef.h>
#include <stdint.h>

/* All zero is an empty queue. */
typedef struct ByteQueue {
    uint8_t *array; /* malloc'ed */
    size_t start, count, capacity;
} ByteQueue;

static inline uint8_t *byte_queue_front(const ByteQueue *queue) {
    return queue->array + queue->start;
}

void byte_queue_add(ByteQueue *queue, const void *bytes, size_t count);

/* Takes `count` bytes, no more than there are, from the front. An empty queue gives back what grew large. */
void byte_queue_drop(ByteQueue *queue, size_t count);

/* Empties it and frees its array. */
void byte_queue_free(ByteQueue *queue);

/* Where `part` first begins at or behind `from`; SIZE_MAX: nowhere. */
size_t byte_queue_find(const ByteQueue *queue, const void *part, size_t part_count, size_t from);

#endif
