# python: 3.11
# bide: --virtual-time
"""Who is cancelled at a Condition takes the lock again before it leaves, even if that takes time."""
import asyncio


async def waiter(name, condition):
    async with condition:
        try:
            await condition.wait()
            print(name, "woken")
        except asyncio.CancelledError as error:
            print(name, "cancelled", error.args, condition.locked(), asyncio.get_running_loop().time())
            raise


async def hold(condition, seconds):
    async with condition:
        await asyncio.sleep(seconds)


async def main():
    condition = asyncio.Condition()
    a, b, c = [asyncio.create_task(waiter(name, condition)) for name in "abc"]
    await asyncio.sleep(1)
    a.cancel("first")
    await asyncio.sleep(1)
    holder = asyncio.create_task(hold(condition, 3))
    await asyncio.sleep(1)
    b.cancel("has to wait")
    await asyncio.sleep(1)
    print("b done", b.done())
    b.cancel("again")
    await asyncio.wait([holder, b])
    print(b.cancelled(), condition.locked())
    async with condition:
        condition.notify()
        c.cancel("notified already")
    await asyncio.wait([c])
    print(c.cancelled())
    d, e = [asyncio.create_task(waiter(name, condition)) for name in "de"]
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
        d.cancel()
        await asyncio.sleep(1)
    await asyncio.sleep(1)
    print("d", d.done(), "e", e.done())
    async with condition:
        condition.notify()
    await asyncio.wait([d, e])


asyncio.run(main())
