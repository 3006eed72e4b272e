# bide: --virtual-time
"""Asynchronous generators as streams: a source, stages that pass things on, and a sink that pulls.

Nothing runs ahead: a stage does the next step when the one after it asks for it. Look how the source is closed at the
end, though it could go on for ever: `aclosing` closes the last stage, and each stage closes the one before.
"""
import asyncio
import time
from contextlib import aclosing

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


async def thermometer():
    degrees = 20.0
    try:
        while True:
            await asyncio.sleep(1)
            degrees += 0.5 if degrees < 22 else -1.5
            log("measured", degrees)
            yield degrees
    finally:
        log("thermometer switched off")


async def pairs(stream):
    """Two by two: what was before and what is now."""
    before = None
    async with aclosing(stream):
        async for item in stream:
            if before is not None:
                yield before, item
            before = item


async def falls(stream):
    async with aclosing(stream):
        async for before, now in stream:
            if now < before:
                yield before - now


async def main():
    async with aclosing(falls(pairs(thermometer()))) as stream:
        found = 0
        async for fall in stream:
            log("    it fell by", fall)
            found += 1
            if found == 2:
                break
    log("enough")

    highest = max([item async for item in take(3, thermometer())])
    log("the highest of three was", highest)


async def take(count, stream):
    async with aclosing(stream):
        async for item in stream:
            yield item
            count -= 1
            if count == 0:
                return


asyncio.run(main())
