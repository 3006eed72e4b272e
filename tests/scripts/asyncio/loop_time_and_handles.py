# bide: --virtual-time
"""The loop's clock, timer handles and their deadlines."""
import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    print(loop.time(), loop.time() == time.monotonic())
    handle = loop.call_later(2.5, print, "fired")
    print(handle.when(), handle.cancelled())
    other = loop.call_at(loop.time() + 1, print, "at")
    print(other.when())
    await asyncio.sleep(3)
    print(loop.time())
    handle.cancel()
    print("cancelling a fired one:", handle.cancelled())
    soon = loop.call_soon(print, "soon")
    soon.cancel()
    soon.cancel()
    await asyncio.sleep(0)
    deadline = loop.time() + 0.3
    steps = 0
    while loop.time() < deadline:
        await asyncio.sleep(0.1)
        steps += 1
    print(steps, "%.3f" % loop.time())


asyncio.run(main())
