/* asyncio.Lock, for those that are built on one. */
#ifndef BIDE_STDLIB_ASYNCIO_LOCK_H
#define BIDE_STDLIB_ASYNCIO_LOCK_H

#include "stdlib/asyncio/wait_list.h"

typedef struct Lock {
    Obj head;
    WaitList waiters;
    Loop *loop;
    bool locked;
    Task *holder; /* who acquired it, for people who ask; NULL: nobody, or no task */
} Lock;

extern const NativeLayout lock_layout;

Lock *lock_new(Vm *vm);

/* lock.acquire(): the coroutine. */
Value lock_acquire(Vm *vm, Lock *lock);

/* What `async with` awaits: acquire() that returns None, and release() in a coroutine. */
Value lock_enter(Vm *vm, Lock *lock);
Value lock_exit(Vm *vm, Lock *lock);

/* lock.release(). False: raised. */
bool lock_release(Vm *vm, Lock *lock);

/* Takes no arguments but what a base class wants of its `create`. */
Value create_plain(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords);

/* Raises what an __init__ without parameters raises when it gets some. */
bool initialize_without_arguments(Vm *vm, Value self, Value *args, int argc, Tuple *keywords);

#endif
