# bide: --virtual-time
"""Three countdowns at the same time: each is a task, and `await asyncio.sleep` lets the others run.

Look at the times on the left: the three columns interleave, and all of it takes as long as the slowest, 3 seconds.
"""
import asyncio
import time

START = time.perf_counter()


async def countdown(name, delay):
    indent = (ord(name) - ord("A")) * "\t"
    n = 3
    while n:
        await asyncio.sleep(delay)
        print('%.4f \t%s%s = %i' % (time.perf_counter() - START, indent, name, n))
        n -= 1


async def main():
    tasks = [asyncio.create_task(countdown(name, delay)) for name, delay in [("A", 1), ("B", 0.8), ("C", 0.5)]]
    for task in tasks:
        await task


asyncio.run(main())
print("%.4f \tfinished" % (time.perf_counter() - START))
