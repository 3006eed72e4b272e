# bide: --virtual-time
"""Cancelling a task that awaits another task cancels that one first."""
import asyncio


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner cancelled")
        raise


async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer cancelled; inner cancelled:", task.cancelled())
        raise


async def swallow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallow says no")
        await asyncio.sleep(1)
        return "swallowed"


async def main():
    first = asyncio.create_task(inner())
    second = asyncio.create_task(outer(first))
    third = asyncio.create_task(outer(second))
    await asyncio.sleep(1)
    third.cancel()
    print(await asyncio.gather(first, second, third, return_exceptions=True))

    task = asyncio.create_task(swallow())

    async def waits():
        print("got", await task)

    waiter = asyncio.create_task(waits())
    await asyncio.sleep(1)
    print("cancel", waiter.cancel())
    await waiter
    print("waiter cancelled:", waiter.cancelled(), "task:", task.result())


asyncio.run(main())
