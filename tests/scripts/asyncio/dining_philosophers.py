# bide: --virtual-time
"""Five philosophers, five forks: locks taken in a fixed order, so that nobody starves."""
import asyncio


async def philosopher(number, forks, log):
    first, second = sorted((number, (number + 1) % 5))
    for meal in range(2):
        await asyncio.sleep(0.1 * number)
        async with forks[first]:
            async with forks[second]:
                log.append(number)
                print("%.1f philosopher %d eats" % (asyncio.get_running_loop().time(), number))
                await asyncio.sleep(0.5)
        print("%.1f philosopher %d thinks" % (asyncio.get_running_loop().time(), number))


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    log = []
    await asyncio.gather(*[philosopher(n, forks, log) for n in range(5)])
    print(log, any(fork.locked() for fork in forks))


asyncio.run(main())
