/* Whom the coroutines of this module wait for: what the deadlock report asks. */
#include "stdlib/asyncio/lock.h"

bool asyncio_find_awaited(NativeCoroutine *coroutine, uint32_t index, AwaitedFuture *found) {
    Lock *lock = lock_awaited(coroutine);
    if (!lock)
        lock = condition_awaited_lock(coroutine);
    if (lock) {
        *found = (AwaitedFuture){lock->holder ? &lock->holder->future : NULL, "a Lock held by "};
        return lock->holder && index == 0;
    }
    Future *future = index == 0 ? wait_for_awaited(coroutine) : NULL;
    if (!future)
        future = wait_awaited(coroutine, index);
    if (!future)
        future = task_group_awaited(coroutine, index);
    *found = (AwaitedFuture){future, ""};
    return future != NULL;
}
