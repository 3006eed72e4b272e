# Tasks that await one another, and a lock whose holder has ended without giving it back.
# bide-only: CPython hangs for ever
import asyncio

tasks = {}


async def follow(other):
    await asyncio.sleep(0)
    await tasks[other]


async def takes_and_goes(lock):
    await lock.acquire()


async def main():
    for name, other in ("a", "b"), ("b", "c"), ("c", "a"):
        tasks[name] = asyncio.create_task(follow(other), name=name)
    try:
        await tasks["a"]
    except asyncio.DeadlockError as error:
        print(error)

    lock = asyncio.Lock()
    await asyncio.create_task(takes_and_goes(lock), name="thief")
    try:
        await lock.acquire()
    except asyncio.DeadlockError as error:
        print(error)
    for task in tasks.values():
        try:
            task.cancel()
        except RecursionError:
            print("cancelling", task.get_name(), "cancels them all, round and round")


try:
    asyncio.run(main())
except RecursionError:
    print("RecursionError")
