# bide: --virtual-time
"""shield(): who waits is cancelled, the task inside is not."""
import asyncio


async def inside(name):
    try:
        await asyncio.sleep(2)
        print(name, "ends")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def outside(task):
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError as error:
        print("outside cancelled", error.args)
        raise


async def main():
    task = asyncio.create_task(inside("one"))
    waiter = asyncio.create_task(outside(task))
    await asyncio.sleep(1)
    waiter.cancel("go")
    result = await asyncio.gather(waiter, return_exceptions=True)
    print(result, task.done(), task.cancelling())
    print(await task)

    shielded = asyncio.shield(inside("two"))
    print(type(shielded).__name__, shielded.cancel(), shielded.cancelled())
    await asyncio.sleep(0)
    print(shielded.cancelled())
    await asyncio.sleep(3)

    try:
        async with asyncio.timeout(1):
            await asyncio.shield(inside("three"))
    except TimeoutError:
        print("timed out")
    await asyncio.sleep(2)
    try:
        await asyncio.wait_for(asyncio.shield(inside("four")), 1)
    except TimeoutError:
        print("timed out")
    await asyncio.sleep(2)


asyncio.run(main())
