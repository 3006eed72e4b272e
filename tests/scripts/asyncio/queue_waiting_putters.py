"""Those who wait in put get their place in order, one for each item taken out."""
import asyncio


async def putter(name, queue):
    print(name, "puts")
    await queue.put(name)
    print(name, "has put")


async def main():
    queue = asyncio.Queue(1)
    tasks = [asyncio.create_task(putter(name, queue)) for name in "abcd"]
    await asyncio.sleep(0)
    for _ in range(4):
        print("got", await queue.get(), "size", queue.qsize())
        await asyncio.sleep(0)
        print("size", queue.qsize())
    await asyncio.gather(*tasks)
    print(queue.empty())


asyncio.run(main())
