# bide: --virtual-time
"""Cancelling who waits for as_completed(), and what it waits for."""
import asyncio


async def job(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def reader(tasks):
    try:
        for awaitable in asyncio.as_completed(tasks):
            try:
                print("got", await awaitable)
            except asyncio.CancelledError:
                if asyncio.current_task().cancelling():
                    raise
                print("that one was cancelled")
    except asyncio.CancelledError:
        print("reader cancelled")


async def main():
    tasks = [asyncio.create_task(job(name, n)) for n, name in enumerate("abcd", 1)]
    reading = asyncio.create_task(reader(tasks))
    await asyncio.sleep(1.5)
    tasks[1].cancel()
    await asyncio.sleep(2)
    reading.cancel()
    await reading
    print([task.cancelled() for task in tasks], tasks[3].done())
    print(await tasks[3])
    for awaitable in asyncio.as_completed([job("left", 1), job("behind", 2)]):
        print(await awaitable)
        break
    await asyncio.sleep(2)


asyncio.run(main())
