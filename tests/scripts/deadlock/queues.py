# A queue with no producer, one that nobody empties, and one whose work is never done.
# bide-only: CPython hangs for ever
import asyncio


async def report(coroutine):
    try:
        await coroutine
    except asyncio.DeadlockError as error:
        print(str(error).partition("\n")[2])


async def fill(queue):
    for item in range(5):
        await queue.put(item)


async def main():
    await report(asyncio.Queue().get())
    await report(asyncio.PriorityQueue().get())
    await report(fill(asyncio.Queue(maxsize=3)))
    queue = asyncio.Queue()
    for item in "abc":
        queue.put_nowait(item)
    await queue.get()
    queue.task_done()
    await report(queue.join())


asyncio.run(main())
