# bide: --virtual-time
"""The first exception comes out of gather at once; the others go on running."""
import asyncio


async def fail(name, delay):
    await asyncio.sleep(delay)
    print(name, "raises")
    raise ValueError(name)


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "finished")
    return name


async def main():
    task = asyncio.create_task(work("slow", 3))
    try:
        await asyncio.gather(work("quick", 1), fail("first", 2), fail("second", 2.5), task)
    except ValueError as error:
        print("caught", repr(error), "slow done:", task.done())
    print(await task)
    try:
        await asyncio.gather(fail("x", 0), fail("y", 0))
    except ValueError as error:
        print("caught", repr(error))
    await asyncio.sleep(1)


asyncio.run(main())
