# bide: --virtual-time
"""A Condition: who waits gives the lock away, and has it again when it has been notified."""
import asyncio


async def consumer(name, condition):
    async with condition:
        print(name, "waits")
        print(name, "woken", await condition.wait(), condition.locked())
        await asyncio.sleep(1)
        print(name, "leaves", asyncio.get_running_loop().time())


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(consumer(name, condition)) for name in "abcde"]
    await asyncio.sleep(1)
    print(repr(condition)[repr(condition).index("["):])
    async with condition:
        condition.notify()
        print("one notified", condition.locked())
    await asyncio.sleep(2)
    async with condition:
        condition.notify(2)
        condition.notify(0)
    await asyncio.sleep(3)
    async with condition:
        condition.notify_all()
    await asyncio.wait(tasks)
    async with condition:
        condition.notify(10)
    for operation in (condition.notify, condition.notify_all, condition.release):
        try:
            operation()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    print(await condition.acquire(), condition.locked(), condition.release(), condition.locked())


asyncio.run(main())
