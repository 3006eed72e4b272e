#include "vm/timer_heap.h"

#include <stdlib.h>

#include "vm/heap.h"
#include "vm/memory.h"

enum { CHILDREN = 4, FIRST_CAPACITY = 64 };

void timer_heap_free(TimerHeap *heap) {
    free(heap->nodes);
    free(heap->slots);
    *heap = (TimerHeap){0};
}

static bool is_before(TimerNode a, TimerNode b) {
    return a.deadline < b.deadline || (a.deadline == b.deadline && (int32_t)(a.age - b.age) < 0);
}

static void place(TimerHeap *heap, uint32_t position, TimerNode node) {
    heap->nodes[position] = node;
    heap->slots[node.id].position = position;
}

/* Finds the place of `node` from `position` towards the root. */
static void sift_up(TimerHeap *heap, uint32_t position, TimerNode node) {
    while (position > 0) {
        uint32_t parent = (position - 1) / CHILDREN;
        if (!is_before(node, heap->nodes[parent]))
            break;
        place(heap, position, heap->nodes[parent]);
        position = parent;
    }
    place(heap, position, node);
}

/* Finds the place of `node` from `position` towards the leaves. */
static void sift_down(TimerHeap *heap, uint32_t position, TimerNode node) {
    for (;;) {
        uint32_t first = position * CHILDREN + 1;
        if (first >= heap->count)
            break;
        uint32_t last = first + CHILDREN < heap->count ? first + CHILDREN : heap->count;
        uint32_t least = first;
        for (uint32_t child = first + 1; child < last; child++)
            if (is_before(heap->nodes[child], heap->nodes[least]))
                least = child;
        if (!is_before(heap->nodes[least], node))
            break;
        place(heap, position, heap->nodes[least]);
        position = least;
    }
    place(heap, position, node);
}

static TimerId take_slot(TimerHeap *heap) {
    if (heap->free_slot) {
        TimerId id = heap->free_slot - 1;
        heap->free_slot = heap->slots[id].position;
        return id;
    }
    if (heap->slot_count == heap->slot_capacity) {
        heap->slot_capacity = heap->slot_capacity ? heap->slot_capacity * 2 : FIRST_CAPACITY;
        heap->slots = memory_resize(heap->slots, heap->slot_capacity, sizeof(TimerSlot));
    }
    return heap->slot_count++;
}

static void free_slot(TimerHeap *heap, TimerId id) {
    heap->slots[id] = (TimerSlot){.position = heap->free_slot};
    heap->free_slot = id + 1;
}

TimerId timer_heap_push(TimerHeap *heap, double deadline, ReadyTarget target, Value argument) {
    if (heap->count == heap->capacity) {
        heap->capacity = heap->capacity ? heap->capacity * 2 : FIRST_CAPACITY;
        heap->nodes = memory_resize(heap->nodes, heap->capacity, sizeof(TimerNode));
    }
    TimerId id = take_slot(heap);
    heap->slots[id].target = target;
    heap->slots[id].argument = argument;
    TimerNode node = {.deadline = deadline, .age = heap->next_age++, .id = id};
    sift_up(heap, heap->count++, node);
    return id;
}

ReadyEntry timer_heap_pop(TimerHeap *heap) {
    TimerId id = heap->nodes[0].id;
    ReadyEntry entry = {heap->slots[id].target, heap->slots[id].argument};
    timer_heap_cancel(heap, id);
    return entry;
}

void timer_heap_cancel(TimerHeap *heap, TimerId id) {
    uint32_t position = heap->slots[id].position;
    TimerNode last = heap->nodes[--heap->count];
    free_slot(heap, id);
    if (position == heap->count)
        return;
    if (position > 0 && is_before(last, heap->nodes[(position - 1) / CHILDREN]))
        sift_up(heap, position, last);
    else
        sift_down(heap, position, last);
}

void timer_heap_trace(Heap *heap, TimerHeap *timers) {
    for (uint32_t i = 0; i < timers->slot_count; i++)
        if (timers->slots[i].target) {
            heap_mark_object(heap, ready_object(timers->slots[i].target));
            heap_mark(heap, timers->slots[i].argument);
        }
}
