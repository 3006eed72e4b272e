# bide: --virtual-time
"""A TaskGroup is a block that no task outlives; what goes wrong in it comes out as one group of exceptions.

Look at what happens at 1.0: pears fails, so the group cancels apples, which has time for its `finally`. plums fails
while it is being cancelled. Each `except*` takes what it knows out of the group; several of them may run.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


async def fetch(what, seconds, error=None):
    log(what, "ordered")
    try:
        await asyncio.sleep(seconds)
    finally:
        log(what, "ends")
    if error:
        raise error
    return what


async def fetch_with_bad_cleanup(what):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        raise OSError("could not cancel the order of " + what)


async def main():
    async with asyncio.TaskGroup() as group:
        figs = group.create_task(fetch("figs", 0.5))
        dates = group.create_task(fetch("dates", 0.3))
    log("the block is left, all is here:", figs.result(), "and", dates.result())

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fetch("apples", 3))
            group.create_task(fetch("pears", 0.5, ValueError("no pears")))
            group.create_task(fetch_with_bad_cleanup("plums"))
            log("the body of the block is done, but not the block")
        log("never comes this far")
    except* ValueError as caught:
        log("ValueError:", [str(error) for error in caught.exceptions])
    except* OSError as caught:
        log("OSError:", [str(error) for error in caught.exceptions])


asyncio.run(main())
