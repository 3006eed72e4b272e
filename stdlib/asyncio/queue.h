/* asyncio.Queue, for those that are built on one. */
#ifndef BIDE_STDLIB_ASYNCIO_QUEUE_H
#define BIDE_STDLIB_ASYNCIO_QUEUE_H

#include "stdlib/asyncio/asyncio.h"

typedef struct Queue Queue;

/* A Queue without a maximum. */
Queue *queue_new(Vm *vm);

/* queue.put_nowait(item). False: raised. */
bool queue_put_now(Vm *vm, Queue *queue, Value item);

/* queue.get(): the coroutine. */
Value queue_get(Vm *vm, Queue *queue);

/* Appends the futures that those wait for who wait for an item. */
void queue_list_getters(Vm *vm, const Queue *queue, List *futures);

#endif
