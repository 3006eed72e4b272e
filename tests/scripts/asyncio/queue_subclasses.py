"""LIFO and priority queues order what they give."""
import asyncio


async def main():
    for kind in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = kind()
        for x in (3, 1, 2):
            queue.put_nowait(x)
        print(kind.__name__, [queue.get_nowait() for _ in range(3)])
    queue = asyncio.PriorityQueue()
    for item in ((2, "b"), (1, "z"), (2, "a"), (0, "last")):
        await queue.put(item)
    while not queue.empty():
        print(await queue.get())


asyncio.run(main())
