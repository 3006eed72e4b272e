"""A queue without suspension: sizes, order, full and empty."""
import asyncio


async def main():
    queue = asyncio.Queue()
    print(queue.qsize(), queue.empty(), queue.full(), queue.maxsize)
    for x in "abc":
        await queue.put(x)
    queue.put_nowait("d")
    print(queue.qsize(), queue.empty(), queue.full())
    print([await queue.get() for _ in range(2)], queue.get_nowait(), queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print("QueueEmpty", repr(error), isinstance(error, Exception))
    queue = asyncio.Queue(2)
    queue.put_nowait(1)
    queue.put_nowait(2)
    print(queue.full(), queue.maxsize)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print("QueueFull", repr(error))
    print(queue.get_nowait(), queue.full())
    for _ in range(2):
        queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print("ValueError", error)
    queue = asyncio.Queue(maxsize=-1)
    for i in range(5):
        queue.put_nowait(i)
    print(queue.full(), queue.qsize())


asyncio.run(main())
