# gather(), wait(), shield() and wait_for() of what never ends.
# bide-only: CPython hangs for ever
import asyncio


async def stuck(event):
    await event.wait()


async def report(awaitable):
    try:
        await awaitable
    except asyncio.DeadlockError as error:
        print(str(error).partition("\n")[2])
        print("--")


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(stuck(event), name=f"stuck {i}") for i in range(8)]
    await report(asyncio.gather(*tasks[:2]))
    for task in tasks[2:]:
        task.cancel()
    await asyncio.sleep(0)
    event.set()
    await asyncio.sleep(0)
    event.clear()
    tasks = [asyncio.create_task(stuck(event), name=f"second {i}") for i in range(8)]
    await report(asyncio.wait(tasks))
    for task in tasks[1:]:
        task.cancel()
    await asyncio.sleep(0)
    await report(asyncio.shield(tasks[0]))
    await report(asyncio.wait_for(tasks[0], None))
    event.set()
    print(await tasks[0])


asyncio.run(main())
