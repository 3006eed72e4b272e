# bide: --virtual-time
"""Sleepers wake in order of deadline; equal deadlines in the order in which they were set."""
import asyncio


async def sleeper(name, *delays):
    loop = asyncio.get_running_loop()
    for delay in delays:
        await asyncio.sleep(delay)
        print("%-6s %g" % (name, loop.time()))


async def main():
    await asyncio.gather(
        sleeper("a", 3, 1), sleeper("b", 1, 1, 1, 1), sleeper("c", 2, 2), sleeper("d", 4),
        sleeper("e", 0.5, 0.5, 1, 2), sleeper("f", 4), sleeper("g", 0, 4), sleeper("h", 4))


asyncio.run(main())
