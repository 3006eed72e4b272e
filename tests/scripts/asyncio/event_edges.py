# bide: --virtual-time
"""Event: set and cleared before anybody runs, cancelled while waiting, waited for by many."""
import asyncio


async def waiter(name, event):
    try:
        print(name, await event.wait(), event.is_set(), asyncio.get_running_loop().time())
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in range(3)]
    await asyncio.sleep(0)
    print(repr(event)[repr(event).index("["):])
    event.set()
    event.clear()
    print(repr(event)[repr(event).index("["):])
    late = asyncio.create_task(waiter("late", event))
    await asyncio.wait(tasks)
    print(late.done(), event.is_set())
    late.cancel()
    await asyncio.wait([late])
    event.set()
    event.set()
    await waiter("at once", event)
    event.clear()
    event.clear()
    task = asyncio.create_task(waiter("set and cancelled", event))
    await asyncio.sleep(1)
    event.set()
    task.cancel()
    await asyncio.wait([task])
    event.clear()
    task = asyncio.create_task(waiter("cancelled and set", event))
    other = asyncio.create_task(waiter("other", event))
    await asyncio.sleep(1)
    task.cancel()
    event.set()
    await asyncio.wait([task, other])
    print(repr(event)[repr(event).index("["):], event.set(), event.clear())
    asyncio.get_running_loop().call_later(2, event.set)
    try:
        await asyncio.wait_for(event.wait(), 1)
    except TimeoutError:
        print("not yet")
    await event.wait()
    print(asyncio.get_running_loop().time())


asyncio.run(main())
