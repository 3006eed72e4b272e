"""Awaiting a coroutine runs it here and now: no turn is given away until something really suspends."""
import asyncio


async def inner(x):
    print("inner", x)
    return x * 2


async def outer(x):
    print("outer before")
    value = await inner(x) + await inner(x + 1)
    print("outer after")
    return value


async def other():
    print("other runs")


async def main():
    task = asyncio.create_task(other())
    print(await outer(5))
    print("main: still without a break")
    await asyncio.sleep(0)
    print("main: other had its turn:", task.done())
    print(await task)


asyncio.run(main())
