# bide: --virtual-time
"""A getter or putter that is cancelled loses nothing: the next one in line is woken."""
import asyncio


async def getter(name, queue):
    try:
        item = await queue.get()
        print(name, "got", item)
        return item
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def putter(name, queue):
    try:
        await queue.put(name)
        print(name, "has put")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    queue = asyncio.Queue()
    a, b, c = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(1)
    b.cancel()
    queue.put_nowait(1)
    a.cancel()
    queue.put_nowait(2)
    await asyncio.gather(a, b, c, return_exceptions=True)
    print("left", queue.qsize(), c.result())

    queue = asyncio.Queue(1)
    queue.put_nowait("x")
    d, e, f = [asyncio.create_task(putter(name, queue)) for name in "def"]
    await asyncio.sleep(1)
    e.cancel()
    print("got", queue.get_nowait())
    d.cancel()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("got", await queue.get())
    await asyncio.gather(d, e, f, return_exceptions=True)
    print(queue.qsize())
    try:
        await asyncio.wait_for(queue.get(), 1)
        await asyncio.wait_for(queue.get(), 1)
    except TimeoutError:
        print("nothing came")


asyncio.run(main())
