# bide: --virtual-time
"""PriorityQueue gives the smallest first, also to those who wait; entries that cannot be compared are refused."""
import asyncio


class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name

    def __lt__(self, other):
        return self.priority < other.priority


async def getter(name, queue):
    while True:
        priority, item = await queue.get()
        print(asyncio.get_running_loop().time(), name, priority, item)
        await asyncio.sleep(1)
        queue.task_done()


async def main():
    queue = asyncio.PriorityQueue()
    workers = [asyncio.create_task(getter(name, queue)) for name in ("w1", "w2")]
    await asyncio.sleep(0)
    for priority, item in ((3, "low"), (1, "high"), (2, "middle"), (1, "also high"), (0, "now")):
        queue.put_nowait((priority, item))
    print(str(queue))
    await queue.join()
    for worker in workers:
        worker.cancel()
    small = asyncio.PriorityQueue(maxsize=2)
    await small.put(5)
    await small.put(1)
    print(small.full())
    putting = asyncio.create_task(small.put(0))
    await asyncio.sleep(0)
    print(small.get_nowait(), putting.done())
    await putting
    print(small.get_nowait(), small.get_nowait(), small.empty())
    mixed = asyncio.PriorityQueue()
    mixed.put_nowait((1, {}))
    try:
        mixed.put_nowait((1, {}))
    except TypeError as error:
        print(error, mixed.qsize())
    jobs = asyncio.PriorityQueue()
    for priority, name in ((2, "b"), (1, "a"), (3, "c")):
        await jobs.put(Job(priority, name))
    print([(await jobs.get()).name for _ in range(3)])


asyncio.run(main())
