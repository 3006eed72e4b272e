# bide: --virtual-time
"""join waits for task_done once for each item, not for an empty queue."""
import asyncio


async def worker(name, queue, delay):
    loop = asyncio.get_running_loop()
    while True:
        item = await queue.get()
        print(name, "took", item, loop.time())
        await asyncio.sleep(delay)
        queue.task_done()
        print(name, "did", item, loop.time())


async def main():
    queue = asyncio.Queue()
    await queue.join()
    print("nothing to join")
    for i in range(5):
        queue.put_nowait(i)
    workers = [asyncio.create_task(worker("a", queue, 1)), asyncio.create_task(worker("b", queue, 1.5))]
    await queue.join()
    print("joined", asyncio.get_running_loop().time(), queue.empty())
    queue.put_nowait("more")
    await queue.join()
    print("joined again", asyncio.get_running_loop().time())
    for task in workers:
        task.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())
