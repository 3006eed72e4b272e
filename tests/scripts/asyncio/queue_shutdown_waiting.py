# python: 3.13
"""Who waits at a queue that is shut down is woken, in order: getters before putters."""
import asyncio


async def getter(name, queue):
    try:
        print(name, "got", await queue.get())
    except asyncio.QueueShutDown:
        print(name, "has nothing to get")
    except asyncio.CancelledError:
        print(name, "cancelled")


async def putter(name, queue):
    try:
        await queue.put(name)
        print(name, "has put")
    except asyncio.QueueShutDown:
        print(name, "cannot put")
    except asyncio.CancelledError:
        print(name, "cancelled")


async def settle():
    for _ in range(5):
        await asyncio.sleep(0)


async def main():
    for immediate in (False, True):
        print("immediate", immediate)
        queue = asyncio.Queue()
        tasks = [asyncio.create_task(getter("getter %d" % n, queue)) for n in range(3)]
        await settle()
        queue.put_nowait("one")
        queue.shutdown(immediate)
        print(str(queue))
        await asyncio.wait(tasks)
        queue = asyncio.Queue(1)
        tasks = [asyncio.create_task(putter("putter %d" % n, queue)) for n in range(4)]
        await settle()
        tasks[1].cancel()
        queue.shutdown(immediate)
        print(str(queue))
        await asyncio.wait(tasks)
        try:
            print("left", queue.get_nowait())
        except asyncio.QueueShutDown:
            print("nothing left")
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(putter("putter %d" % n, queue)) for n in range(3)]
    await settle()
    queue.get_nowait()
    queue.shutdown()
    await asyncio.wait(tasks)
    print(str(queue))


asyncio.run(main())
