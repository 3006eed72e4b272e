#include "stdlib/asyncio/wait_list.h"

#include <stdlib.h>

#include "vm/memory.h"

enum { FIRST_CAPACITY = 8 };

void wait_list_free(WaitList *list) {
    free(list->ring);
    *list = (WaitList){0};
}

void wait_list_trace(Heap *heap, WaitList *list) {
    for (uint32_t place = list->first; place != list->end; place++)
        heap_mark_object(heap, list->ring[place & list->mask]);
}

/* Moves the waiters into a ring of `capacity`, without holes. */
static void rebuild(WaitList *list, uint32_t capacity) {
    Waiter **ring = memory_new(capacity, sizeof *ring);
    uint32_t kept = 0;
    for (uint32_t place = list->first; place != list->end; place++) {
        Waiter *waiter = list->ring[place & list->mask];
        if (!waiter)
            continue;
        waiter->base.head.aux = kept;
        ring[kept++] = waiter;
    }
    free(list->ring);
    *list = (WaitList){ring, capacity - 1, 0, kept, kept};
}

void wait_list_add(WaitList *list, Waiter *waiter) {
    if (!list->ring) {
        rebuild(list, FIRST_CAPACITY);
    } else if (list->end - list->first > list->mask) {
        uint32_t capacity = list->mask + 1;
        rebuild(list, list->count > capacity / 2 ? capacity * 2 : capacity);
    }
    waiter->base.head.aux = list->end;
    waiter->base.head.flags |= WAITER_LISTED;
    list->ring[list->end++ & list->mask] = waiter;
    list->count++;
}

void wait_list_remove(WaitList *list, Waiter *waiter) {
    if (!(waiter->base.head.flags & WAITER_LISTED))
        return;
    waiter->base.head.flags &= (uint16_t)~WAITER_LISTED;
    list->ring[waiter->base.head.aux & list->mask] = NULL;
    list->count--;
    while (list->first != list->end && !list->ring[list->first & list->mask])
        list->first++;
}

Waiter *wait_list_next(const WaitList *list, uint32_t *place) {
    while (*place != list->end) {
        Waiter *waiter = list->ring[(*place)++ & list->mask];
        if (waiter)
            return waiter;
    }
    return NULL;
}

bool waiter_join(Vm *vm, Waiter *waiter, WaitList *list, Loop **loop) {
    Loop *running = asyncio_running_loop(vm);
    if (!running)
        return false;
    if (!*loop)
        *loop = running;
    if (*loop != running) {
        vm_raise(vm, vm->exceptions.RuntimeError, "%R is bound to a different event loop",
                 object_value(waiter->owner));
        return false;
    }
    waiter->future = future_new(vm, running);
    wait_list_add(list, waiter);
    return true;
}

bool wait_list_wake_first(Vm *vm, WaitList *list) {
    uint32_t place = list->first;
    for (Waiter *waiter; (waiter = wait_list_next(list, &place));) {
        if (future_is_done(waiter->future))
            continue;
        future_set_result(vm, waiter->future, TRUE_VALUE);
        return true;
    }
    return false;
}

Waiter *waiter_new(Vm *vm, const NativeCoroutineDef *def, void *owner) {
    Waiter *waiter = native_coroutine_new(vm, def);
    waiter->owner = owner;
    return waiter;
}

void waiter_trace(Heap *heap, NativeCoroutine *base) {
    Waiter *waiter = (Waiter *)base;
    heap_mark_object(heap, waiter->future);
    heap_mark_object(heap, waiter->owner);
    heap_mark(heap, waiter->extra);
}
