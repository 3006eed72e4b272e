# bide: --virtual-time
"""LifoQueue: last in, first out; who waits to put or to get is served in order of coming all the same."""
import asyncio


async def putter(queue, items):
    for item in items:
        await queue.put(item)
        print("put", item)


async def getter(name, queue, count):
    for _ in range(count):
        print(name, "got", await queue.get())


async def main():
    stack = asyncio.LifoQueue()
    for n in range(4):
        stack.put_nowait(n)
    print(str(stack), [stack.get_nowait() for _ in range(4)])
    getters = [asyncio.create_task(getter(name, stack, 2)) for name in "ab"]
    await asyncio.sleep(1)
    for n in range(4):
        stack.put_nowait(n)
    await asyncio.wait(getters)
    small = asyncio.LifoQueue(2)
    putters = [asyncio.create_task(putter(small, items)) for items in ("abc", "xyz")]
    await asyncio.sleep(1)
    print(str(small))
    await getter("end", small, 6)
    await asyncio.wait(putters)
    try:
        small.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error), small.maxsize, small.qsize())


asyncio.run(main())
