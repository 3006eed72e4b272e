"""Fifty tasks that want the same lock, which is held across a switch."""
import asyncio
from time import perf_counter


async def visitor(lock, visits, log):
    for _ in range(visits):
        async with lock:
            log[0] += 1
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    log = [0]
    await asyncio.gather(*[visitor(lock, 600, log) for _ in range(50)])
    return log[0]


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
