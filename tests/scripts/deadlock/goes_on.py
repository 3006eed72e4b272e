# The report is an exception in the main task: it can be handled, and the program goes on.
# bide-only: CPython hangs for ever
import asyncio


async def consumer(queue):
    while True:
        item = await queue.get()
        if item is None:
            return "consumer is done"
        print("consumed", item)


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(consumer(queue))
    for attempt in range(3):
        queue.put_nowait(attempt)
        try:
            print(await task)
        except RuntimeError as error:
            print(type(error).__name__)
        else:
            break
        finally:
            print("finally", attempt)
        if attempt == 1:
            queue.put_nowait(None)
    future = asyncio.get_running_loop().create_future()
    try:
        await future
    except asyncio.DeadlockError:
        print("the future is left alone:", future.done())
        future.set_result("and can be used")
    return await future


print(asyncio.run(main()))
