/* The ready queue: what the event loop is to do next, first in, first out, in a ring.
 *
 * An entry is two words and says all there is to say, so that switching tasks allocates nothing: what kind of
 * thing is to be done, to which object (both in `target`: objects are aligned to sixteen bytes, so the low
 * four bits are free), and one argument. Only what a script scheduled itself, with call_soon() and its kin,
 * has an object of its own, a Handle. */
#ifndef BIDE_VM_READY_QUEUE_H
#define BIDE_VM_READY_QUEUE_H

#include "vm/object.h"

/* What is to be done. The same tagged words serve as callbacks of futures and as targets of timers. */
typedef enum ReadyKind {
    READY_STEP,       /* Task: its next step. Argument: an exception to throw into it, or NOTHING */
    READY_WAKEUP,     /* Task: its next step, with what became of the future it waited for, the argument */
    READY_HANDLE,     /* Handle: its callback is called. Argument: the future that is done, or NOTHING */
    READY_SET_RESULT, /* Future: gets the argument as its result, unless it is done */
    READY_RELEASE,    /* Future: gets None as its result, unless it is done */
    READY_GATHERED,   /* Gathering: one of its children, the argument, is done */
    READY_COMPLETION, /* Completion: its function is called. Argument: the future that is done, or NOTHING */
    READY_RETRIEVE,   /* Future: its exception counts as asked for */
    READY_STOP,       /* Loop: it is to stop, because its main future, the argument, is done */
    READY_SIGNALS,    /* Loop: the handlers of signals that have arrived are scheduled */
    READY_SPAWN,      /* Loop: a task is made. Argument: a tuple of its coroutine and its context */
    READY_READABLE,   /* Watcher: its descriptor can be read */
    READY_WRITABLE,   /* Watcher: its descriptor can be written */
} ReadyKind;

enum { READY_KIND_MASK = 15 };

typedef uintptr_t ReadyTarget;

static inline ReadyTarget ready_target(ReadyKind kind, const void *object) {
    return (uintptr_t)object | kind;
}

static inline ReadyKind ready_kind(ReadyTarget target) {
    return (ReadyKind)(target & READY_KIND_MASK);
}

static inline void *ready_object(ReadyTarget target) {
    return (void *)(target & ~(uintptr_t)READY_KIND_MASK);
}

typedef struct ReadyEntry {
    ReadyTarget target;
    Value argument;
} ReadyEntry;

/* All zero is an empty queue. `mask` + 1, a power of two, is how many entries there is room for, once there
 * is any. */
typedef struct ReadyQueue {
    ReadyEntry *entries; /* malloc'ed */
    uint32_t head, count, mask;
} ReadyQueue;

void ready_queue_free(ReadyQueue *queue);
void ready_queue_grow(ReadyQueue *queue);

static inline void ready_queue_push(ReadyQueue *queue, ReadyTarget target, Value argument) {
    if (__builtin_expect(!queue->entries || queue->count > queue->mask, 0))
        ready_queue_grow(queue);
    queue->entries[(queue->head + queue->count++) & queue->mask] = (ReadyEntry){target, argument};
}

/* The oldest entry; the queue must not be empty. */
static inline ReadyEntry ready_queue_pop(ReadyQueue *queue) {
    ReadyEntry entry = queue->entries[queue->head];
    queue->head = (queue->head + 1) & queue->mask;
    queue->count--;
    return entry;
}

/* Entry `index` from the front. */
static inline ReadyEntry *ready_queue_at(ReadyQueue *queue, uint32_t index) {
    return &queue->entries[(queue->head + index) & queue->mask];
}

/* Marks what entries [start, end) from the front hold. */
void ready_queue_trace(Heap *heap, ReadyQueue *queue, uint32_t start, uint32_t end);

#endif
