"""A task that is cancelled before its first step never runs at all."""
import asyncio


async def work(name):
    print(name, "started")
    try:
        await asyncio.sleep(0)
    finally:
        print(name, "ended")
    return name


async def main():
    task = asyncio.create_task(work("a"))
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("a cancelled:", task.cancelled())

    task = asyncio.create_task(work("b"))
    task.cancel()
    task.cancel()
    other = asyncio.create_task(work("c"))
    await asyncio.sleep(0)
    print("b done:", task.done(), "c done:", other.done())
    print(await other)
    task = asyncio.create_task(work("d"))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
