# bide: --virtual-time
"""Three ways to lose patience: a block with a timeout, a deadline that moves, and wait() that just stops waiting.

`asyncio.timeout` cancels what its block awaits and turns that into TimeoutError at the end of the block. In nested
blocks the one whose time is up raises. `wait(timeout=...)` cancels nothing: it tells who is done and who is not.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


async def download(name, seconds):
    try:
        await asyncio.sleep(seconds)
        log(name, "is there")
        return name
    except asyncio.CancelledError:
        log(name, "is given up")
        raise


async def main():
    try:
        async with asyncio.timeout(2):
            await download("small file", 1)
            await download("big file", 5)
    except TimeoutError:
        log("two seconds are enough")

    # As long as something comes every second, there is another second.
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as patience:
            for seconds in (0.5, 0.8, 0.9, 1.5):
                await download("part after %s s" % seconds, seconds)
                patience.reschedule(loop.time() + 1)
    except TimeoutError:
        log("silent for too long")

    # The outer block may take three seconds in all, each try only two.
    try:
        async with asyncio.timeout(3):
            for attempt in ("first try", "second try"):
                try:
                    async with asyncio.timeout(2):
                        await download(attempt, 10)
                except TimeoutError:
                    log(attempt, "took too long")
    except TimeoutError:
        log("all of it took too long")

    tasks = [asyncio.create_task(download("file %d" % n, n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, timeout=2.5)
    log(len(done), "are done,", len(pending), "goes on")
    await asyncio.wait(pending)


asyncio.run(main())
