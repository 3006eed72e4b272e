"""An async generator under an async for and an async comprehension."""
import asyncio
from time import perf_counter


async def ticker(n):
    for i in range(n):
        yield i


async def main():
    total = 0
    async for i in ticker(400000):
        total += i
    return total + len([i async for i in ticker(200000) if i % 3 == 0])


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
