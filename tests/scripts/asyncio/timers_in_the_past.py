# bide: --virtual-time
"""time.sleep holds the whole loop up: what was due meanwhile runs late, in order of deadline."""
import asyncio
import time


async def ticker(name, delay):
    for _ in range(3):
        await asyncio.sleep(delay)
        print("%s %.2f" % (name, time.perf_counter()))


async def blocker():
    await asyncio.sleep(0.5)
    print("blocking from %.2f" % time.perf_counter())
    time.sleep(2)
    print("until %.2f" % time.perf_counter())


async def main():
    await asyncio.gather(ticker("a", 1), ticker("b", 0.75), blocker(), ticker("c", 2))


asyncio.run(main())
