"""Coroutines that await two others each, and never suspend."""
import asyncio
from time import perf_counter


async def tree(depth):
    if depth == 0:
        return 1
    return await tree(depth - 1) + await tree(depth - 1)


async def main():
    total = 0
    for _ in range(4):
        total += await tree(16)
    return total


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
