"""A hundred tasks that give way with sleep(0): the cost of a task switch."""
import asyncio
from time import perf_counter


async def worker(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return turns


async def main():
    return sum(await asyncio.gather(*[worker(2000) for _ in range(100)]))


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
