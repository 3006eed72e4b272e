"""100,000 tasks that sleep at once, two awaits deep: what a task costs in memory."""
import asyncio
from time import perf_counter

TASKS = 100_000


async def nap(seconds):
    await asyncio.sleep(seconds)
    return 1


async def sleeper(seconds):
    return await nap(seconds)


async def main():
    tasks = [asyncio.create_task(sleeper(0.5 + i % 100 / 1000)) for i in range(TASKS)]
    return sum(await asyncio.gather(*tasks))


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
