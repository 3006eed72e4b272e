# bide: --virtual-time
"""Two producers and three consumers of different speeds over a queue of two."""
import asyncio


async def producer(name, queue, delay, count):
    for i in range(count):
        await asyncio.sleep(delay)
        await queue.put("%s%d" % (name, i))
        print("%5.2f %s put %d, size %d" % (asyncio.get_running_loop().time(), name, i, queue.qsize()))


async def consumer(name, queue, delay):
    taken = []
    while True:
        item = await queue.get()
        if item is None:
            queue.put_nowait(None)
            return taken
        print("%5.2f %s took %s" % (asyncio.get_running_loop().time(), name, item))
        taken.append(item)
        await asyncio.sleep(delay)


async def main():
    queue = asyncio.Queue(2)
    consumers = [asyncio.create_task(consumer(name, queue, delay)) for name, delay in (("X", 0.7), ("Y", 1.1), ("Z", 2.3))]
    await asyncio.gather(producer("p", queue, 0.1, 6), producer("q", queue, 0.25, 5))
    await queue.put(None)
    for taken in await asyncio.gather(*consumers):
        print(taken)


asyncio.run(main())
