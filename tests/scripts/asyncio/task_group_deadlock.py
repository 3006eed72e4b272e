# bide-only: CPython hangs for ever, Bide says who waits for whom
"""The report of a deadlock names what waits in a group."""
import asyncio


async def locks(lock, name):
    async with lock:
        print(name, "has the lock")
        await asyncio.Event().wait()


async def main():
    lock = asyncio.Lock()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(locks(lock, "a"), name="a")
            group.create_task(locks(lock, "b"), name="b")
    finally:
        print("main leaves", group)


try:
    asyncio.run(main())
except asyncio.DeadlockError as error:
    print(error)
