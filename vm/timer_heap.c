#include "vm/timer_heap.h"

#include <stdlib.h>

#include "vm/heap.h"
#include "vm/memory.h"

enum {
    CHILDREN = 4,
    FIRST_CAPACITY = 64,
    RUN_LEAST = 256,    /* fewer fresh timers than this are not sorted, ... */
    RUN_SHARE = 4,      /* ... nor is less than a fourth of what a run still has */
    LOOK_AHEAD = 8,     /* slots of the run are fetched so many timers ahead */
    POSITION_BITS = 30, /* of TimerSlot.position; above them is where the node is: */
    TIMER_IN_HEAP = 0,
    TIMER_IN_FRESH = 1,
    TIMER_IN_RUN = 2,
};

void timer_heap_free(TimerHeap *timers) {
    free(timers->heap.nodes);
    free(timers->fresh.nodes);
    free(timers->run.nodes);
    free(timers->slots);
    *timers = (TimerHeap){0};
}

static bool is_before(TimerNode a, TimerNode b) {
    return a.deadline < b.deadline || (a.deadline == b.deadline && (int32_t)(a.age - b.age) < 0);
}

static uint32_t node_count(const TimerNodes *nodes) {
    return nodes->end - nodes->first;
}

/* ---- The heap ---- */

static void place(TimerHeap *timers, uint32_t position, TimerNode node) {
    timers->heap.nodes[position] = node;
    timers->slots[node.id].position = position;
}

/* Finds the place of `node` from `position` towards the root. */
static void sift_up(TimerHeap *timers, uint32_t position, TimerNode node) {
    const TimerNode *nodes = timers->heap.nodes;
    while (position > 0) {
        uint32_t parent = (position - 1) / CHILDREN;
        if (!is_before(node, nodes[parent]))
            break;
        place(timers, position, nodes[parent]);
        position = parent;
    }
    place(timers, position, node);
}

/* Finds the place of `node` from `position` towards the leaves. */
static void sift_down(TimerHeap *timers, uint32_t position, TimerNode node) {
    const TimerNode *nodes = timers->heap.nodes;
    uint32_t end = timers->heap.end;
    for (;;) {
        uint32_t first = position * CHILDREN + 1;
        if (first >= end)
            break;
        uint32_t last = first + CHILDREN < end ? first + CHILDREN : end;
        uint32_t least = first;
        for (uint32_t child = first + 1; child < last; child++)
            if (is_before(nodes[child], nodes[least]))
                least = child;
        if (!is_before(nodes[least], node))
            break;
        place(timers, position, nodes[least]);
        position = least;
    }
    place(timers, position, node);
}

static void reserve(TimerNodes *nodes) {
    if (nodes->end < nodes->capacity)
        return;
    nodes->capacity = nodes->capacity ? nodes->capacity * 2 : FIRST_CAPACITY;
    nodes->nodes = memory_resize(nodes->nodes, nodes->capacity, sizeof(TimerNode));
}

static void add_to_heap(TimerHeap *timers, TimerNode node) {
    reserve(&timers->heap);
    sift_up(timers, timers->heap.end++, node);
}

static void remove_from_heap(TimerHeap *timers, uint32_t position) {
    TimerNode *nodes = timers->heap.nodes, last = nodes[--timers->heap.end];
    if (position == timers->heap.end)
        return;
    if (position > 0 && is_before(last, nodes[(position - 1) / CHILDREN]))
        sift_up(timers, position, last);
    else
        sift_down(timers, position, last);
}

/* ---- The fresh ones, and the run ---- */

/* Moves those that are not cancelled to the array's beginning, which is `where` now. */
static void close_ranks(TimerHeap *timers, TimerNodes *nodes, uint32_t where) {
    uint32_t kept = 0;
    for (uint32_t i = nodes->first; i < nodes->end; i++) {
        TimerNode node = nodes->nodes[i];
        if (node.id == NO_TIMER)
            continue;
        timers->slots[node.id].position = where << POSITION_BITS | kept;
        nodes->nodes[kept++] = node;
    }
    nodes->first = 0;
    nodes->end = kept;
    nodes->cancelled = 0;
}

static void trim(TimerNodes *nodes) {
    while (nodes->first < nodes->end && nodes->nodes[nodes->first].id == NO_TIMER) {
        nodes->first++;
        nodes->cancelled--;
    }
    while (nodes->first < nodes->end && nodes->nodes[nodes->end - 1].id == NO_TIMER) {
        nodes->end--;
        nodes->cancelled--;
    }
}

static void cancel_node(TimerHeap *timers, TimerNodes *nodes, uint32_t where, uint32_t position) {
    nodes->nodes[position].id = NO_TIMER;
    nodes->cancelled++;
    trim(nodes);
    if (nodes->cancelled > RUN_LEAST && nodes->cancelled > node_count(nodes) / 2)
        close_ranks(timers, nodes, where);
}

/* The fresh timers join what is left of the run. They are younger, so the order in which they stand is right
 * for those with equal deadlines. */
static void extend_run(TimerHeap *timers) {
    TimerNodes *run = &timers->run, *fresh = &timers->fresh;
    uint32_t left = node_count(run), count = left + node_count(fresh);
    TimerNode *nodes = fresh->nodes, *spare = memory_new(count, sizeof(TimerNode));
    uint32_t capacity = fresh->capacity;
    if (left > 0) {
        nodes = memory_new(count, sizeof(TimerNode));
        memcpy(nodes, run->nodes + run->first, left * sizeof(TimerNode));
        memcpy(nodes + left, fresh->nodes + fresh->first, (count - left) * sizeof(TimerNode));
        capacity = count;
    } else if (fresh->first > 0) {
        memmove(nodes, nodes + fresh->first, count * sizeof(TimerNode));
    }
    TimerNode *sorted = timer_nodes_sort(nodes, spare, count);
    free(sorted == nodes ? spare : nodes);
    if (nodes != fresh->nodes)
        free(fresh->nodes);
    free(run->nodes);
    *run = (TimerNodes){sorted, 0, count, sorted == nodes ? capacity : count, 0};
    *fresh = (TimerNodes){0};
    close_ranks(timers, run, TIMER_IN_RUN);
}

/* Puts the fresh timers where they belong. */
static void settle(TimerHeap *timers) {
    TimerNodes *fresh = &timers->fresh;
    uint32_t count = node_count(fresh);
    if (count >= RUN_LEAST && count >= node_count(&timers->run) / RUN_SHARE) {
        extend_run(timers);
        return;
    }
    for (uint32_t i = fresh->first; i < fresh->end; i++)
        if (fresh->nodes[i].id != NO_TIMER)
            add_to_heap(timers, fresh->nodes[i]);
    fresh->first = fresh->end = fresh->cancelled = 0;
}

/* Is the earliest of all in the run? */
static bool run_is_next(TimerHeap *timers) {
    if (timers->fresh.end > timers->fresh.first)
        settle(timers);
    const TimerNodes *run = &timers->run;
    return node_count(run) > 0 &&
           (timers->heap.end == 0 || is_before(run->nodes[run->first], timers->heap.nodes[0]));
}

double timer_heap_deadline(TimerHeap *timers) {
    return run_is_next(timers) ? timers->run.nodes[timers->run.first].deadline
                               : timers->heap.nodes[0].deadline;
}

/* ---- All of them ---- */

static TimerId take_slot(TimerHeap *timers) {
    if (timers->free_slot) {
        TimerId id = timers->free_slot - 1;
        timers->free_slot = timers->slots[id].position;
        return id;
    }
    if (timers->slot_count == timers->slot_capacity) {
        timers->slot_capacity = timers->slot_capacity ? timers->slot_capacity * 2 : FIRST_CAPACITY;
        timers->slots = memory_resize(timers->slots, timers->slot_capacity, sizeof(TimerSlot));
    }
    return timers->slot_count++;
}

/* When the last timer is gone, slots are given out in the order of their addresses again. */
static void free_slot(TimerHeap *timers, TimerId id) {
    timers->slots[id] = (TimerSlot){.position = timers->free_slot};
    timers->free_slot = id + 1;
    if (--timers->count == 0)
        timers->free_slot = timers->slot_count = 0;
}

TimerId timer_heap_push(TimerHeap *timers, double deadline, ReadyTarget target, Value argument) {
    TimerNodes *fresh = &timers->fresh;
    if (fresh->first == fresh->end)
        fresh->first = fresh->end = 0;
    reserve(fresh);
    TimerId id = take_slot(timers);
    timers->slots[id] = (TimerSlot){target, argument, (uint32_t)TIMER_IN_FRESH << POSITION_BITS | fresh->end};
    /* Minus zero, which equals zero, is sorted as that. */
    fresh->nodes[fresh->end++] = (TimerNode){deadline + 0.0, timers->next_age++, id};
    timers->count++;
    return id;
}

ReadyEntry timer_heap_pop(TimerHeap *timers) {
    TimerId id;
    if (run_is_next(timers)) {
        TimerNodes *run = &timers->run;
        id = run->nodes[run->first++].id;
        if (node_count(run) > LOOK_AHEAD && run->nodes[run->first + LOOK_AHEAD].id != NO_TIMER)
            __builtin_prefetch(&timers->slots[run->nodes[run->first + LOOK_AHEAD].id]);
        trim(run);
    } else {
        id = timers->heap.nodes[0].id;
        remove_from_heap(timers, 0);
    }
    ReadyEntry entry = {timers->slots[id].target, timers->slots[id].argument};
    free_slot(timers, id);
    return entry;
}

void timer_heap_cancel(TimerHeap *timers, TimerId id) {
    uint32_t position = timers->slots[id].position & ((1U << POSITION_BITS) - 1);
    uint32_t where = timers->slots[id].position >> POSITION_BITS;
    free_slot(timers, id);
    if (where == TIMER_IN_HEAP)
        remove_from_heap(timers, position);
    else
        cancel_node(timers, where == TIMER_IN_RUN ? &timers->run : &timers->fresh, where, position);
}

void timer_heap_trace(Heap *heap, TimerHeap *timers, uint32_t start, uint32_t end) {
    for (uint32_t i = start; i < end; i++)
        if (timers->slots[i].target) {
            heap_mark_object(heap, ready_object(timers->slots[i].target));
            heap_mark(heap, timers->slots[i].argument);
        }
}
