# python: 3.13
# bide: --virtual-time
"""A queue that is shut down takes no more items, but gives out those it has."""
import asyncio


async def show(what, awaitable):
    try:
        print(what, "->", await awaitable)
    except Exception as error:
        print(what, "->", type(error).__name__, error.args)


def show_now(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as error:
        print(what, "->", type(error).__name__, error.args)


async def worker(name, queue):
    try:
        while True:
            item = await queue.get()
            print(name, "got", item)
            await asyncio.sleep(1)
            queue.task_done()
    except asyncio.QueueShutDown:
        print(name, "ends")


async def main():
    queue = asyncio.Queue()
    for item in range(3):
        queue.put_nowait(item)
    print(queue.shutdown(), str(queue))
    show_now("put_nowait", queue.put_nowait, 9)
    await show("put", queue.put(9))
    show_now("get_nowait", queue.get_nowait)
    await show("get", queue.get())
    await show("get", queue.get())
    await show("get", queue.get())
    show_now("get_nowait", queue.get_nowait)
    print(queue.shutdown(), queue.qsize(), queue.empty(), queue.full())
    for _ in range(3):
        queue.task_done()
    await show("join", queue.join())
    show_now("task_done", queue.task_done)
    print(asyncio.QueueShutDown.__mro__[1].__name__, asyncio.QueueShutDown.__module__)

    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(name, queue)) for name in "ab"]
    for item in range(5):
        await queue.put(item)
    queue.shutdown()
    await queue.join()
    print("joined")
    await asyncio.wait(workers)


asyncio.run(main())
