# bide: --virtual-time
"""A coroutine does nothing by itself: `await` runs it here and now, `create_task` runs it beside us.

Look at the two totals: awaiting one after the other takes 1 + 2 = 3 seconds; as tasks, both sleep at the same
time, and it takes 2.
"""
import asyncio
import time


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print("   ", what)


async def one_by_one():
    await say_after(1, "hello")
    await say_after(2, "world")


async def together():
    first = asyncio.create_task(say_after(1, "hello"))
    second = asyncio.create_task(say_after(2, "world"))
    print("    both are made, neither has started")
    await first
    await second


for program in (one_by_one, together):
    print(program.__name__)
    start = time.perf_counter()
    asyncio.run(program())
    print("    took %.1f seconds" % (time.perf_counter() - start))
