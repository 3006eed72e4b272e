# eager_task_factory: all tasks of a loop begin at once
# python: 3.13
import asyncio


async def quick(n):
    print("quick", n)
    return n


async def slow(n):
    print("slow begins", n)
    await asyncio.sleep(0)
    print("slow ends", n)
    return n


class MyTask(asyncio.Task):
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    t = asyncio.create_task(quick(2), name="two")
    print(t)
    t = asyncio.create_task(slow(3), name="three")
    print(t)
    print(await t)
    print(await asyncio.gather(quick(5), slow(5), quick(6)))
    done, pending = await asyncio.wait([asyncio.ensure_future(quick(7))])
    print(len(done), len(pending))
    async with asyncio.timeout(1):
        print(await asyncio.create_task(slow(8)))
    print(await asyncio.shield(quick(9)))
    queue = asyncio.Queue()

    async def consume():
        while (item := await queue.get()) is not None:
            print("got", item)

    t = asyncio.create_task(consume())
    for i in range(2):
        queue.put_nowait(i)
        print("put", i)
        await asyncio.sleep(0)
    queue.put_nowait(None)
    await t

    loop.set_task_factory(asyncio.create_eager_task_factory(MyTask))
    t = asyncio.create_task(quick(10))
    print(type(t).__name__, t.done())

    def make(coro, *, eager_start, **kwargs):
        print("make", sorted(kwargs), eager_start)
        return asyncio.Task(coro, eager_start=eager_start, **kwargs)

    loop.set_task_factory(asyncio.create_eager_task_factory(make))
    t = asyncio.create_task(quick(11))
    loop.set_task_factory(None)
    print(loop.get_task_factory())
    t = asyncio.create_task(quick(12))
    print(t.done(), await t)


asyncio.run(main())
