# slow: two million divisions
"""CPU work in a process pool while the loop ticks.

A coroutine that computes for a second holds up all others: the loop is one thread. `run_in_executor` hands the work to
another process and gives back something to await, so the loop goes on ticking. The arguments and the result travel
by value. Put `count_primes(0, LIMIT)` in the place of the `await`, and the ticker stands still.
"""
import asyncio
from concurrent.futures import ProcessPoolExecutor

LIMIT = 100_000


def is_prime(n):
    divisor = 2
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 1
    return n > 1


def count_primes(start, stop):
    return sum(is_prime(n) for n in range(start, stop))


async def tick(working):
    ticks = 0
    while not working.done():
        await asyncio.sleep(0.001)
        ticks += 1
    return ticks


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        half = LIMIT // 2
        working = asyncio.gather(loop.run_in_executor(pool, count_primes, 0, half),
                                 loop.run_in_executor(pool, count_primes, half, LIMIT))
        ticks = await tick(working)
        counts = await working
    print("primes in each half:", counts)
    print(f"primes below {LIMIT}: {sum(counts)}")
    print("the loop ticked meanwhile:", ticks > 3)


if __name__ == "__main__":
    asyncio.run(main())
