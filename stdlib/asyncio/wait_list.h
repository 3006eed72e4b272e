/* Who waits at a lock, an event, a queue...: coroutines in the order in which they came.
 *
 * Each waits for a future of its own, which whoever wakes it gives a result. The list is a ring; who leaves
 * from the midst leaves a hole behind, so that leaving costs the same anywhere, and holes go when the ring
 * would have to grow. */
#ifndef BIDE_STDLIB_ASYNCIO_WAIT_LIST_H
#define BIDE_STDLIB_ASYNCIO_WAIT_LIST_H

#include "stdlib/asyncio/asyncio.h"

/* A native coroutine that waits at something: what its struct begins with. */
typedef struct Waiter {
    NativeCoroutine base; /* head.aux: its place in the list, while WAITER_LISTED */
    Future *future;       /* what it waits for; NULL before */
    Obj *owner;           /* the lock, event, ... */
    Value extra;          /* its own affair */
} Waiter;

enum { WAITER_LISTED = 0x100 }; /* in head.flags */

/* All zero is an empty list. Places count on for ever; place p is ring[p & mask]. */
typedef struct WaitList {
    Waiter **ring; /* malloc'ed */
    uint32_t mask;
    uint32_t first, end; /* places in use: from first up to end, holes included */
    uint32_t count;      /* of waiters */
} WaitList;

void wait_list_free(WaitList *list);
void wait_list_trace(Heap *heap, WaitList *list);

/* Adds `waiter` at the end, or takes it out (nothing happens if it is not in the list). */
void wait_list_add(WaitList *list, Waiter *waiter);
void wait_list_remove(WaitList *list, Waiter *waiter);

/* Walks the list: start with *place = list->first; NULL at the end. */
Waiter *wait_list_next(const WaitList *list, uint32_t *place);

/* Begins to wait: makes the future and joins the list. False: raised. *loop is the loop of the lock or
 * whatever has the list: the first to wait decides it; NULL: none yet. */
bool waiter_join(Vm *vm, Waiter *waiter, WaitList *list, Loop **loop);

/* Wakes the first one that is not yet woken; false: there is none. */
bool wait_list_wake_first(Vm *vm, WaitList *list);

/* One step of waiting for waiter->future. */
static inline ResumeResult waiter_step(Vm *vm, Waiter *waiter, Value thrown, Value *result) {
    return future_step(vm, object_value(waiter->future), thrown, result);
}

/* A new waiter at `owner`, and the trace function for its NativeCoroutineDef. */
Waiter *waiter_new(Vm *vm, const NativeCoroutineDef *def, void *owner);
void waiter_trace(Heap *heap, NativeCoroutine *base);

#endif
