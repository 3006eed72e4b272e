"""Event: all that wait go on when it is set, in order; clear makes the next ones wait again."""
import asyncio


async def waiter(name, event):
    print(name, "waits", event.is_set())
    print(name, "goes", await event.wait())


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(name, event)) for name in "abc"]
    await asyncio.sleep(0)
    print("set")
    event.set()
    event.set()
    await asyncio.sleep(0)
    print("is set", event.is_set())
    await waiter("d", event)
    event.clear()
    tasks.append(asyncio.create_task(waiter("e", event)))
    await asyncio.sleep(0)
    event.set()
    event.clear()
    print("set and cleared at once")
    await asyncio.gather(*tasks)
    cancelled = asyncio.create_task(waiter("f", event))
    other = asyncio.create_task(waiter("g", event))
    await asyncio.sleep(0)
    cancelled.cancel()
    event.set()
    print(await asyncio.gather(cancelled, other, return_exceptions=True))


asyncio.run(main())
