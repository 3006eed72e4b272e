# An event that is never set, a semaphore that is used up, and a condition that nobody notifies.
# bide-only: CPython hangs for ever
import asyncio


async def report(coroutine):
    try:
        await coroutine
    except asyncio.DeadlockError as error:
        print(str(error).partition("\n")[2])


async def crossing():
    semaphore = asyncio.Semaphore(2)
    async with semaphore, semaphore:
        async with semaphore:
            print("never")


async def wait_for_notice():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait()


async def wait_for_truth():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait_for(lambda: False)


async def lock_twice():
    lock = asyncio.Lock()
    async with lock:
        async with lock:
            print("never: it is not reentrant")


async def main():
    await report(asyncio.Event().wait())
    await report(crossing())
    await report(wait_for_notice())
    await report(wait_for_truth())
    await report(lock_twice())
    await report(asyncio.BoundedSemaphore(0).acquire())


asyncio.run(main())
