# python: 3.11
# bide: --virtual-time
"""as_completed() with a timeout: what is late raises TimeoutError, again and again, and goes on behind."""
import asyncio


async def job(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "ends")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(job(name, seconds)) for name, seconds in (("a", 1), ("b", 5), ("c", 3))]
    for awaitable in asyncio.as_completed(tasks, timeout=2):
        try:
            print("got", await awaitable, loop.time())
        except TimeoutError as error:
            print("late", repr(error), loop.time())
    print([task.done() for task in tasks])
    await asyncio.wait(tasks)
    for awaitable in asyncio.as_completed([job("zero", 0), job("one", 1)], timeout=0):
        try:
            print("got", await awaitable)
        except asyncio.TimeoutError:
            print("late", loop.time())
    await asyncio.sleep(2)
    for bad in (5, asyncio.sleep(0), None, [1]):
        try:
            for awaitable in asyncio.as_completed(bad):
                pass
        except TypeError as error:
            print(type(error).__name__, str(error).partition(" object at")[0])
        if asyncio.iscoroutine(bad):
            bad.close()


asyncio.run(main())
