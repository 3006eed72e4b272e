"""Tasks cancelled in the middle of a sleep, each with something to clean up."""
import asyncio
from time import perf_counter


async def sleeper(log):
    try:
        await asyncio.sleep(1000)
    except asyncio.CancelledError:
        log.append(1)
        raise


async def main():
    log = []
    for _ in range(20):
        tasks = [asyncio.create_task(sleeper(log)) for _ in range(1000)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return len(log)


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
