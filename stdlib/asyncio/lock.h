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

/* The lock for which a coroutine of lock_acquire() or lock_enter() waits; NULL: it is none. */
Lock *lock_awaited(const NativeCoroutine *coroutine);

/* The lock that a coroutine of condition.wait() waits to have again; NULL: it does not, or is none. */
Lock *condition_awaited_lock(const NativeCoroutine *coroutine);

/* ", held by Task-3", if a task holds it. */
void lock_describe_holder(Vm *vm, const Lock *lock, StringBuilder *out);

/* What `async with` awaits: acquire() that returns None, and release() in a coroutine. */
Value lock_enter(Vm *vm, Lock *lock);
Value lock_exit(Vm *vm, Lock *lock);

/* What `async with` awaits of an object whose class has an acquire() or a release() of its own: a coroutine
 * that calls that. NOTHING: it has none. */
Value overridden_enter(Vm *vm, Value self);
Value overridden_exit(Vm *vm, Value self);

/* lock.release(). False: raised. */
bool lock_release(Vm *vm, Lock *lock);

/* Takes no arguments but what a base class wants of its `create`. */
Value create_plain(Vm *vm, Type *type, Value *args, int argc, Tuple *keywords);

/* Raises what an __init__ without parameters raises when it gets some. */
bool initialize_without_arguments(Vm *vm, Value self, Value *args, int argc, Tuple *keywords);

#endif
