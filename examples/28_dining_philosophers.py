# bide: --virtual-time
# bide-only: where CPython hangs for ever, Bide says who waits for whom
"""A deadlock: five philosophers share five forks, each needs two, and each takes the one on the left first.

At the moment when all of them hold one fork nobody can ever go on. CPython would hang; Bide raises DeadlockError
in the main task, and its message tells who waits where, and for whom: read the cycle at its end.

The cure: agree on an order. The forks are numbered, and everybody takes the lower number first, so the last
philosopher begins on the other side than all others, and the cycle cannot close.
"""
import asyncio

NAMES = ["Plato", "Hypatia", "Kant", "Hegel", "Arendt"]


async def dine(name, first, second):
    print(name, "is hungry")
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            print(name, "eats")
            await asyncio.sleep(0.1)
    print(name, "thinks")


async def dinner(in_order):
    forks = [asyncio.Lock() for _ in NAMES]
    tasks = []
    for seat, name in enumerate(NAMES):
        left, right = seat, (seat + 1) % len(NAMES)
        if in_order:
            left, right = min(left, right), max(left, right)
        tasks.append(asyncio.create_task(dine(name, forks[left], forks[right]), name=name))
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    try:
        await dinner(in_order=False)
    except asyncio.DeadlockError as error:
        print(error)
    print("\nAnd now in order:")
    await dinner(in_order=True)


asyncio.run(main())
