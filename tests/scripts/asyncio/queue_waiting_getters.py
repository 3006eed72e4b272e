"""Those who wait in get are served in the order in which they came."""
import asyncio


async def getter(name, queue):
    print(name, "waits")
    print(name, "got", await queue.get())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abcd"]
    await asyncio.sleep(0)
    for i in range(2):
        print("put", i)
        queue.put_nowait(i)
    await asyncio.sleep(0)
    print("one pass later")
    queue.put_nowait(2)
    print("nowait", queue.get_nowait())
    queue.put_nowait(3)
    queue.put_nowait(4)
    await asyncio.gather(*tasks)
    print(queue.qsize())


asyncio.run(main())
