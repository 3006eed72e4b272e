"""A task that gives way at the bottom of 200 awaits."""
import asyncio
from time import perf_counter


async def nested(depth, turns):
    if depth:
        return await nested(depth - 1, turns)
    for _ in range(turns):
        await asyncio.sleep(0)
    return turns


async def main():
    return sum(await asyncio.gather(*[nested(200, 5000) for _ in range(10)]))


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
