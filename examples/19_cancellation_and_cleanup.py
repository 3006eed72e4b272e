# bide: --virtual-time
"""What a task can do when it is cancelled: clean up, refuse for a while, or do something else instead.

`cancel()` only asks. At its next step the task finds a CancelledError at the very `await` where it stands; `finally`
blocks run, and may await. Look at "tidy": it ends half a second after it was cancelled, and `await task` waits for
that. "stubborn" swallows the first request; "translator" turns it into an error of its own. The last task is
cancelled before its first step: not a line of it runs, not even its `try`.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


async def tidy():
    try:
        log("tidy: working")
        await asyncio.sleep(10)
    finally:
        log("tidy: putting things away")
        await asyncio.sleep(0.5)
        log("tidy: everything is put away")


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("stubborn: not yet!")
    await asyncio.sleep(2)
    log("stubborn: done with my work")
    return "a result all the same"


async def translator():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        raise ConnectionError("line closed: %s" % error)


async def main():
    for function in (tidy, stubborn, translator):
        task = asyncio.create_task(function())
        await asyncio.sleep(1)
        task.cancel("time to go")
        try:
            log("main: got", await task)
        except asyncio.CancelledError:
            log("main:", function.__name__, "is cancelled:", task.cancelled())
        except ConnectionError as error:
            log("main:", repr(error))

    task = asyncio.create_task(tidy())
    task.cancel()
    await asyncio.wait([task])
    log("main: the last one is cancelled:", task.cancelled(), "- and was never begun")


asyncio.run(main())
