"""COUNT tasks wait for an item of one queue each, ROUNDS times."""
import asyncio
import sys

COUNT, ROUNDS = int(sys.argv[1]), int(sys.argv[2])


async def consumer(queue):
    return await queue.get()


async def main():
    for _ in range(ROUNDS):
        queue = asyncio.Queue()
        tasks = [asyncio.create_task(consumer(queue)) for _ in range(COUNT)]
        await asyncio.sleep(0)
        for i in range(COUNT):
            queue.put_nowait(i)
        for task in tasks:
            await task


asyncio.run(main())
