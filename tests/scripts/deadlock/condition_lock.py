# A task is notified, but whoever notified it keeps the lock.
# bide-only: CPython hangs for ever
import asyncio


async def waiter(condition):
    async with condition:
        await condition.wait()


async def notifier(condition, forever):
    async with condition:
        condition.notify()
        await forever


async def main():
    condition = asyncio.Condition()
    forever = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter(condition), name="waiter"),
             asyncio.create_task(notifier(condition, forever), name="notifier")]
    try:
        await asyncio.gather(*tasks)
    except asyncio.DeadlockError as error:
        print(error)
        forever.set_result(None)
        await asyncio.wait(tasks)
        print("the future was what they waited for")


asyncio.run(main())
