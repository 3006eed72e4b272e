# bide: --virtual-time
"""`async with barrier` waits on the way in only, and says at which place one came."""
import asyncio


async def racer(name, start, practice):
    await asyncio.sleep(practice)
    print(asyncio.get_running_loop().time(), name, "is at the start")
    async with start as place:
        print(asyncio.get_running_loop().time(), name, "runs from place", place)
        await asyncio.sleep(practice)
    print(asyncio.get_running_loop().time(), name, "is there")


async def main():
    start = asyncio.Barrier(3)
    await asyncio.gather(*(racer(name, start, practice) for name, practice in
                           (("Ann", 3), ("Bob", 1), ("Cid", 2), ("Dan", 5), ("Eve", 4), ("Fay", 6))))
    try:
        async with start:
            print("never")
    except BaseException as error:
        print(type(error).__name__)


async def with_watchdog():
    task = asyncio.create_task(main())
    await asyncio.sleep(20)
    task.cancel()
    await task


asyncio.run(with_watchdog())
