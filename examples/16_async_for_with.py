# bide: --virtual-time
"""`async for` awaits each next value, `async with` awaits the way in and the way out.

Look at the times: the ticker sleeps between its values, and the door takes half a second to open and to close.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


async def ticker(n):
    try:
        for i in range(n):
            await asyncio.sleep(1)
            yield i
    finally:
        log("ticker: stopped")


class Door:
    async def __aenter__(self):
        await asyncio.sleep(0.5)
        log("the door is open")
        return "the room"

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.5)
        log("the door is closed", "after " + kind.__name__ if kind else "in peace")


async def main():
    async with Door() as room:
        async for tick in ticker(3):
            log("in", room, "- tick", tick)
    squares = [x * x async for x in ticker(4) if x % 2]
    log("squares", squares)
    try:
        async with Door():
            raise ValueError("stumbled")
    except ValueError as error:
        log("and yet:", error)


asyncio.run(main())
