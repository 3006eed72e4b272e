# bide: --virtual-time
"""Tasks of a group that work together through a queue, a lock and an event."""
import asyncio
from _task_groups import work


async def producer(queue, count):
    for i in range(count):
        await queue.put(i)
        print("put", i)
    await queue.put(None)


async def consumer(queue, lock, total):
    while (item := await queue.get()) is not None:
        async with lock:
            await asyncio.sleep(0.1)
            total.append(item)
    print("sum", sum(total))


async def main():
    queue, lock, total = asyncio.Queue(2), asyncio.Lock(), []
    async with asyncio.TaskGroup() as group:
        group.create_task(producer(queue, 5))
        group.create_task(consumer(queue, lock, total))
    print(total)
    event = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(event.wait())
            group.create_task(lock.acquire())
            await asyncio.sleep(0)
            print("locked", lock.locked(), group)
            group.create_task(queue.get())
            group.create_task(lock.acquire())
            await asyncio.sleep(1)
            raise LookupError("stop")
    except* LookupError as caught:
        print(repr(caught), lock.locked(), queue.qsize())
    async with asyncio.TaskGroup() as group:
        results = [group.create_task(work(i, 3 - i)) for i in range(3)]
        gathered = await asyncio.gather(*results)
        print(gathered)


asyncio.run(main())
