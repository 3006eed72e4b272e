# Five philosophers each take the fork on their left.
# bide-only: CPython hangs for ever
import asyncio


async def philosopher(forks, seat):
    async with forks[seat]:
        await asyncio.sleep(0)
        await forks[(seat + 1) % len(forks)].acquire()
        print("never")


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    tasks = [asyncio.create_task(philosopher(forks, seat), name=f"philosopher {seat}") for seat in range(5)]
    try:
        await asyncio.wait(tasks)
    except asyncio.DeadlockError as error:
        print(type(error).__mro__[1].__name__, error)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        print([fork.locked() for fork in forks])
    return "dinner is over"


print(asyncio.run(main()))
