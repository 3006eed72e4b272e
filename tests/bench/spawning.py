"""Tasks that do next to nothing, made and awaited in batches."""
import asyncio
from time import perf_counter


async def tiny(i):
    return i & 7


async def main():
    total = 0
    for batch in range(100):
        tasks = [asyncio.create_task(tiny(batch + i)) for i in range(1000)]
        for task in tasks:
            total += await task
    return total


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
