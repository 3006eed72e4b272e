# bide: --virtual-time
"""Cancelling wait() leaves the tasks alone; a task that was cancelled is done, but no exception."""
import asyncio


async def job(seconds):
    try:
        await asyncio.sleep(seconds)
        print("job", seconds, "ends")
    except asyncio.CancelledError:
        print("job", seconds, "cancelled")
        raise


async def waiting(tasks, **options):
    try:
        done, pending = await asyncio.wait(tasks, **options)
        print("done", len(done), "pending", len(pending))
    except asyncio.CancelledError as error:
        print("waiting cancelled", error.args)


async def main():
    tasks = [asyncio.create_task(job(seconds)) for seconds in (2, 4)]
    waiter = asyncio.create_task(waiting(tasks))
    await asyncio.sleep(1)
    waiter.cancel("stop")
    await waiter
    print([task.done() for task in tasks])
    waiter = asyncio.create_task(waiting(tasks, return_when=asyncio.FIRST_EXCEPTION))
    await asyncio.sleep(0.5)
    tasks[0].cancel()
    await asyncio.sleep(0.5)
    print("still waiting", not waiter.done())
    await waiter
    first = asyncio.create_task(job(5))
    waiter = asyncio.create_task(waiting([first], return_when=asyncio.FIRST_COMPLETED))
    await asyncio.sleep(0)
    first.cancel()
    await waiter
    # Cancelled in the very pass in which it is woken.
    future = asyncio.get_running_loop().create_future()
    waiter = asyncio.create_task(waiting([future]))
    await asyncio.sleep(0)
    future.set_result(1)
    await asyncio.sleep(0)
    waiter.cancel("too late?")
    await waiter
    print(waiter.cancelled(), waiter.cancelling())


asyncio.run(main())
