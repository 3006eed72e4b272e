# bide: --virtual-time
"""A finally may await: the cancelled task is done only when its cleaning up is."""
import asyncio


async def worker():
    try:
        await asyncio.sleep(100)
    finally:
        print("cleaning")
        await asyncio.sleep(2)
        print("clean")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    print("asked at", loop.time())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled at", loop.time())

    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cleaning was cancelled too, at", loop.time())


asyncio.run(main())
