"""The same coroutine object twice is run once; the order of events between gathered tasks."""
import asyncio


async def step(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return name


async def main():
    coroutine = step("same", 2)
    print(await asyncio.gather(coroutine, step("other", 1), coroutine))
    task = asyncio.create_task(step("task", 3))
    print(await asyncio.gather(step("x", 2), task, step("y", 0), task))
    print("a gather inside a gather")
    print(await asyncio.gather(step("p", 1), asyncio.gather(step("q", 2), step("r", 1)), step("s", 3)))


asyncio.run(main())
