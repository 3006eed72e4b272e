"""Tasks start in the order they were made, and take turns in that order."""
import asyncio


async def worker(name, turns):
    for i in range(turns):
        print(name, i)
        await asyncio.sleep(0)
    print(name, "returns")
    return name * turns


async def main():
    print("main starts")
    tasks = [asyncio.create_task(worker(name, turns)) for name, turns in (("a", 3), ("b", 1), ("c", 2))]
    print("made", len(tasks))
    for task in tasks:
        print("main got", await task)
    again = asyncio.create_task(worker("d", 2))
    print("d not started yet")
    await asyncio.sleep(0)
    print("main after one turn")
    await again
    print("main done")


asyncio.run(main())
