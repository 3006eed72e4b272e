# python: 3.13
# bide: --virtual-time
"""shutdown(immediate=True) throws the items away; who joins goes on unless some are still being worked on."""
import asyncio


async def join(name, queue):
    await queue.join()
    print(name, "joined")


async def main():
    for order in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        queue = order(5)
        for item in (3, 1, 2):
            queue.put_nowait(item)
        joining = asyncio.create_task(join(order.__name__, queue))
        await asyncio.sleep(0)
        queue.shutdown(True)
        print(queue.qsize(), queue._unfinished_tasks, queue.empty())
        await joining
        try:
            queue.get_nowait()
        except asyncio.QueueShutDown as error:
            print("nothing left", repr(error))

    queue = asyncio.Queue()
    for item in range(3):
        queue.put_nowait(item)
    print("working on", await queue.get())
    joining = asyncio.create_task(join("late", queue))
    await asyncio.sleep(1)
    queue.shutdown(immediate=True)
    await asyncio.sleep(1)
    print(joining.done(), queue.qsize(), queue._unfinished_tasks)
    queue.task_done()
    await joining
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.shutdown()
    print(queue.qsize())
    queue.shutdown(immediate=True)
    print(queue.qsize(), str(queue))
    try:
        queue.shutdown(True, True)
    except TypeError as error:
        print(error)


asyncio.run(main())
