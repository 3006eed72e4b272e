# bide: --virtual-time
"""Sleeping takes exactly as long as it should, by every clock."""
import asyncio
import time


async def nap(name, delay):
    loop = asyncio.get_running_loop()
    before = loop.time(), time.perf_counter(), time.monotonic()
    await asyncio.sleep(delay)
    print(name, before, loop.time(), time.perf_counter(), time.monotonic())


async def main():
    await asyncio.gather(nap("a", 1), nap("b", 0.8), nap("c", 0.5), nap("d", 0.1 + 0.2), nap("e", 100000))


print(time.time(), time.perf_counter(), time.monotonic())
time.sleep(0.25)
print(time.time(), time.perf_counter(), time.monotonic())
asyncio.run(main())
print(time.time(), time.perf_counter(), time.monotonic())
print(time.strftime("%Y-%m-%d %H:%M:%S"))
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
