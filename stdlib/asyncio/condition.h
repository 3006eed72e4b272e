/* asyncio.Condition, for those that are built on one. */
#ifndef BIDE_STDLIB_ASYNCIO_CONDITION_H
#define BIDE_STDLIB_ASYNCIO_CONDITION_H

#include "stdlib/asyncio/lock.h"

typedef struct Condition {
    Obj head;
    WaitList waiters;
    Loop *loop;
    Lock *lock;
} Condition;

/* A Condition with a lock of its own. */
Condition *condition_new(Vm *vm);

/* condition.wait(): the coroutine. */
Value condition_wait(Vm *vm, Condition *condition);

/* condition.notify(count); the lock is held. False: raised. */
bool condition_notify(Vm *vm, Condition *condition, int64_t count);

#endif
