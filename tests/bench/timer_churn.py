"""Timers set, some cancelled, some fired, in no particular order."""
import asyncio
from time import perf_counter


async def main():
    loop = asyncio.get_running_loop()
    fired = []
    handles = []
    seed = 7
    for i in range(60000):
        seed = seed * 1103515245 + 12345 & 0x7fffffff
        handles.append(loop.call_later((seed >> 8) % 1000 * 1e-5, fired.append, i))
    for i in range(0, 60000, 3):
        handles[i].cancel()
    await asyncio.sleep(0.02)
    return len(fired), sum(fired)


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
