"""Cancelling a task that awaits a future cancels the future, and so all that wait for it."""
import asyncio


async def waiter(name, future):
    try:
        await future
    except asyncio.CancelledError:
        print(name, "cancelled", future.cancelled())
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(name, future)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    print("future cancelled at once:", future.cancelled())
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print([task.cancelled() for task in tasks])


asyncio.run(main())
