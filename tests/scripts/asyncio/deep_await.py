"""Awaits nested deep, with a result, a suspension and an exception at the bottom."""
import asyncio


async def descend(n):
    if n == 0:
        await asyncio.sleep(0)
        return 0
    return 1 + await descend(n - 1)


async def fails(n):
    if n == 0:
        await asyncio.sleep(0)
        raise ValueError("bottom")
    try:
        return await fails(n - 1)
    except ValueError as error:
        if n % 50 == 0:
            print("passing", n)
        raise


async def main():
    print(await descend(200))
    print(await asyncio.gather(*[descend(n) for n in (1, 50, 150)]))
    try:
        await fails(200)
    except ValueError as error:
        print("caught", error)
    task = asyncio.create_task(descend(100))
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
