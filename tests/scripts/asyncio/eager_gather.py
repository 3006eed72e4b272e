# gather of tasks that are done as soon as they are made
# python: 3.13
import asyncio


async def quick(n):
    print("quick", n)
    return n


async def slow(n):
    await asyncio.sleep(0)
    print("slow", n)
    return n


async def fails(n):
    raise ValueError(n)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    g = asyncio.gather(quick(1), quick(2))
    print(g.done(), await g)
    g = asyncio.gather(quick(1), slow(2), quick(3))
    print(g.done(), await g)
    g = asyncio.gather(quick(1), fails(2), slow(3), fails(4))
    print(g.done())
    try:
        await g
    except ValueError as e:
        print(repr(e))
    g = asyncio.gather(fails(1), quick(2), return_exceptions=True)
    print(g.done(), await g)
    await asyncio.sleep(0)


asyncio.run(main())
