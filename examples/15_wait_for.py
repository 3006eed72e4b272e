# bide: --virtual-time
"""`wait_for` gives a coroutine so many seconds, then cancels it.

Look at the third call: the coroutine is cancelled first, has time for its `finally`, and only then does
`wait_for` raise TimeoutError.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


async def fetch(seconds):
    try:
        await asyncio.sleep(seconds)
        return "the answer after %s s" % seconds
    finally:
        log("fetch(%s) ends" % seconds)


async def main():
    for seconds, limit in ((1, 2), (3, None), (5, 2)):
        try:
            log(await asyncio.wait_for(fetch(seconds), limit))
        except asyncio.TimeoutError:
            log("no answer within", limit, "s")


asyncio.run(main())
