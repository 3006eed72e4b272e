# bide: --virtual-time
"""Semaphore: first come, first served, even for who comes at the very moment when one is released."""
import asyncio


async def user(name, semaphore, seconds=1):
    print(name, "asks", semaphore.locked())
    async with semaphore:
        print(name, "has it", asyncio.get_running_loop().time())
        await asyncio.sleep(seconds)
    print(name, "gave it back")


async def greedy(semaphore):
    for n in range(3):
        await semaphore.acquire()
        print("greedy", n, asyncio.get_running_loop().time())
        semaphore.release()


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(user(n, semaphore, 1 + n % 2) for n in range(6)))
    print("greedy")
    semaphore = asyncio.Semaphore(1)
    await asyncio.gather(greedy(semaphore), user("a", semaphore), user("b", semaphore))
    print("zero at first")
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(user(n, semaphore, 0)) for n in range(3)]
    await asyncio.sleep(1)
    print(repr(semaphore)[repr(semaphore).index("["):])
    semaphore.release()
    semaphore.release()
    print(repr(semaphore)[repr(semaphore).index("["):])
    await asyncio.wait(tasks)
    print(repr(semaphore)[repr(semaphore).index("["):], semaphore.locked())
    bounded = asyncio.BoundedSemaphore(2)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    for value in (-1, "x"):
        try:
            asyncio.Semaphore(value)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
