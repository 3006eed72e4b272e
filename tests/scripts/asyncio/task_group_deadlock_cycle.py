# bide-only: CPython hangs for ever, Bide says who waits for whom
"""A task that is waited for by its group and waits for the task that leaves the group."""
import asyncio


async def child(parent):
    await parent


async def main():
    lock = asyncio.Lock()
    async with lock:
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(child(asyncio.current_task()), name="child")
                group.create_task(lock.acquire(), name="locker")
        finally:
            print(group)


try:
    asyncio.run(main())
except asyncio.DeadlockError as error:
    print(error)
