# Nobody handles it: the finally blocks run, then the report ends the program with status 1.
# bide-only: CPython hangs for ever
import asyncio


async def worker(queue):
    try:
        while True:
            await queue.get()
    finally:
        print("worker cleans up")


async def main():
    queue = asyncio.Queue()
    asyncio.create_task(worker(queue), name="worker")
    queue.put_nowait("work")
    try:
        await queue.join()
    finally:
        print("main cleans up")


asyncio.run(main())
