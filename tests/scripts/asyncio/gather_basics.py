# bide: --virtual-time
"""gather keeps the order of its arguments, takes coroutines, tasks and futures, and may be empty."""
import asyncio


async def value(x, delay=0):
    await asyncio.sleep(delay)
    print("value", x)
    return x


async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(value(1)))
    print(await asyncio.gather(value("slow", 3), value("fast", 1), value("middle", 2)))
    task = asyncio.create_task(value("task", 1))
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.5, future.set_result, "future")
    print(await asyncio.gather(value("coroutine"), task, future))
    print(await asyncio.gather(*[value(i) for i in range(3)], value("last")))
    done = asyncio.create_task(value("done"))
    await done
    print(await asyncio.gather(done, done, done))
    nested = asyncio.gather(asyncio.gather(value(1), value(2)), value(3))
    print(nested.done(), await nested, nested.done(), nested.result())


asyncio.run(main())
