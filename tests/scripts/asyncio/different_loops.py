# python: 3.11
"""A lock that tasks have waited for belongs to their event loop."""
import asyncio

lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
semaphore, queue, small, barrier = asyncio.Semaphore(0), asyncio.Queue(), asyncio.Queue(1), asyncio.Barrier(2)


async def wait_for_condition():
    async with condition:
        await condition.wait()


async def show(what, awaitable):
    try:
        async with asyncio.timeout(0.001):
            await awaitable
        print(what, "done")
    except TimeoutError:
        print(what, "waits")
    except RuntimeError as error:
        text = str(error)
        print(what, text[:text.index(" object at")], text[text.index("["):] if "[" in text else text[text.index(">"):])


async def main():
    await show("Lock", lock.acquire())
    await show("Lock", lock.acquire())
    await show("Event", event.wait())
    await show("Condition", wait_for_condition())
    await show("Semaphore", semaphore.acquire())
    await show("Queue", queue.get())
    await show("Queue", small.put(1))
    await show("Queue", small.put(2))
    await show("join", small.join())
    await show("Barrier", barrier.wait())


asyncio.run(main())
print("another loop")
asyncio.run(main())
