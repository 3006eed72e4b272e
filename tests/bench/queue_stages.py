"""Work that moves through four stages, with a short queue between each two."""
import asyncio
from time import perf_counter


async def stage(source, sink):
    while True:
        item = await source.get()
        await sink.put(item if item is None else item + 1)
        if item is None:
            return


async def feed(queue, n):
    for i in range(n):
        await queue.put(i)
    await queue.put(None)


async def main():
    queues = [asyncio.Queue(8) for _ in range(5)]
    tasks = [asyncio.create_task(stage(a, b)) for a, b in zip(queues, queues[1:])]
    tasks.append(asyncio.create_task(feed(queues[0], 20000)))
    total = 0
    while True:
        item = await queues[-1].get()
        if item is None:
            break
        total += item
    await asyncio.gather(*tasks)
    return total


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
