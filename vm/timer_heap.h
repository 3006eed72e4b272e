/* The timers of an event loop: a heap in which every node has four children, ordered by deadline and, where
 * those are equal, by age.
 *
 * A node is sixteen bytes, so that four siblings fill one line of the cache. What a timer is for lies apart,
 * in a table of slots that also says where in the heap its node is: so moving a node writes four bytes, and a
 * timer that is known by its slot (a TimerId) is cancelled in O(log n), leaving nothing behind. */
#ifndef BIDE_VM_TIMER_HEAP_H
#define BIDE_VM_TIMER_HEAP_H

#include "vm/ready_queue.h"

typedef uint32_t TimerId;

typedef struct TimerNode {
    double deadline;
    uint32_t age; /* counts the timers ever made, and may wrap around */
    TimerId id;
} TimerNode;

typedef struct TimerSlot {
    ReadyTarget target; /* 0: free */
    Value argument;
    uint32_t position; /* of its node; of a free slot: the next free one + 1, or 0 */
} TimerSlot;

/* All zero is an empty heap. */
typedef struct TimerHeap {
    TimerNode *nodes; /* malloc'ed, like slots */
    TimerSlot *slots;
    uint32_t count, capacity;
    uint32_t slot_count, slot_capacity; /* slots ever used */
    uint32_t free_slot;                 /* + 1; 0: none */
    uint32_t next_age;
} TimerHeap;

void timer_heap_free(TimerHeap *heap);

/* Sets a timer. The id is its own until it has been popped or cancelled. */
TimerId timer_heap_push(TimerHeap *heap, double deadline, ReadyTarget target, Value argument);

/* The earliest deadline; the heap must not be empty. */
static inline double timer_heap_deadline(const TimerHeap *heap) {
    return heap->nodes[0].deadline;
}

/* Takes the timer with the earliest deadline, of several the oldest; the heap must not be empty. */
ReadyEntry timer_heap_pop(TimerHeap *heap);

/* Removes a timer that is set. */
void timer_heap_cancel(TimerHeap *heap, TimerId id);

/* Marks what the timers hold. */
void timer_heap_trace(Heap *heap, TimerHeap *timers);

#endif
