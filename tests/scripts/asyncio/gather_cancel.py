# bide: --virtual-time
"""Cancelling a gather cancels all that it waits for; cancelling one of its tasks comes out as CancelledError."""
import asyncio


async def work(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "finished")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    group = asyncio.gather(work("a", 1), work("b", 5), work("c", 6))
    await asyncio.sleep(2)
    print("cancel:", group.cancel())
    try:
        await group
    except asyncio.CancelledError:
        print("group cancelled:", group.cancelled(), group.done())
    print("again:", group.cancel())

    async def outer():
        await asyncio.gather(work("d", 5), work("e", 5))

    task = asyncio.create_task(outer())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("outer cancelled")

    one = asyncio.create_task(work("f", 5))
    two = asyncio.create_task(work("g", 2))
    asyncio.get_running_loop().call_later(1, one.cancel)
    try:
        await asyncio.gather(one, two)
    except asyncio.CancelledError:
        print("came out; g done:", two.done())
    print(await two)


asyncio.run(main())
