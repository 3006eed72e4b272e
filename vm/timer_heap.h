/* The timers of an event loop, ordered by deadline and, where those are equal, by age.
 *
 * Setting one appends it to those that are fresh; where it belongs is asked only when somebody wants to know
 * which is the earliest. If they are few, they go into a heap in which every node has four children. If they
 * are many, as when thousands of tasks go to sleep in one pass, they are sorted by digits and become the run,
 * whose timers are taken from its front one after another: that is much cheaper than to take as many from a
 * heap, where each one moves a dozen nodes that lie in no cache. The earliest of all is the first of the run
 * or the top of the heap.
 *
 * A node is sixteen bytes, so that four siblings fill one line of the cache. What a timer is for lies apart,
 * in a table of slots that also says where its node is: so a timer that is known by its slot (a TimerId) is
 * cancelled in O(log n) and lets go of all it held. Only its node may stay behind, if it is among the fresh
 * ones or in the run, and no more than half of those are such. */
#ifndef BIDE_VM_TIMER_HEAP_H
#define BIDE_VM_TIMER_HEAP_H

#include "vm/ready_queue.h"

typedef uint32_t TimerId;

typedef struct TimerNode {
    double deadline;
    uint32_t age; /* counts the timers ever made, and may wrap around */
    TimerId id;   /* NO_TIMER: it was cancelled */
} TimerNode;

#define NO_TIMER UINT32_MAX

typedef struct TimerSlot {
    ReadyTarget target; /* 0: free */
    Value argument;
    uint32_t
        position; /* of its node, with one of TIMER_IN_...; of a free slot: the next free one + 1, or 0 */
} TimerSlot;

/* Nodes from `first` on, malloc'ed. */
typedef struct TimerNodes {
    TimerNode *nodes;
    uint32_t first, end, capacity;
    uint32_t cancelled; /* so many of them */
} TimerNodes;

/* All zero is an empty heap. */
typedef struct TimerHeap {
    TimerNodes heap, fresh, run; /* the run neither begins nor, like `fresh`, ends with a cancelled one */
    TimerSlot *slots;            /* malloc'ed */
    uint32_t count;              /* of timers that are set */
    uint32_t slot_count, slot_capacity; /* slots ever used */
    uint32_t free_slot;                 /* + 1; 0: none */
    uint32_t next_age;
} TimerHeap;

void timer_heap_free(TimerHeap *timers);

/* Sets a timer. The id is its own until it has been popped or cancelled. */
TimerId timer_heap_push(TimerHeap *timers, double deadline, ReadyTarget target, Value argument);

/* The earliest deadline; there must be a timer. */
double timer_heap_deadline(TimerHeap *timers);

/* Takes the timer with the earliest deadline, of several the oldest; there must be one. */
ReadyEntry timer_heap_pop(TimerHeap *timers);

/* Removes a timer that is set. */
void timer_heap_cancel(TimerHeap *timers, TimerId id);

/* Marks what the timers in slots [start, end) hold. */
void timer_heap_trace(Heap *heap, TimerHeap *timers, uint32_t start, uint32_t end);

/* Sorts by deadline; of equal ones the order stays. `spare` has room for as many. Returns the one of both in
 * which the result is. */
TimerNode *timer_nodes_sort(TimerNode *nodes, TimerNode *spare, uint32_t count);

#endif
