"""Two tasks that wake each other with events."""
import asyncio
from time import perf_counter


async def player(mine, other, n):
    rounds = 0
    while rounds < n:
        await mine.wait()
        mine.clear()
        rounds += 1
        other.set()
    return rounds


async def main():
    ping, pong = asyncio.Event(), asyncio.Event()
    ping.set()
    return sum(await asyncio.gather(player(ping, pong, 60000), player(pong, ping, 60000)))


start = perf_counter()
result = asyncio.run(main())
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
