# set_task_factory: any callable makes the tasks of a loop
import asyncio
import contextvars


async def work(n):
    return n


class Loud(asyncio.Task):
    def set_name(self, name):
        print("set_name", name)
        super().set_name(name)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    for wrong in 5, "factory":
        try:
            loop.set_task_factory(wrong)
        except TypeError as e:
            print(e)

    def factory(loop, coro, **kwargs):
        print("factory", coro.__name__, sorted(kwargs))
        return Loud(coro, loop=loop, **kwargs)

    loop.set_task_factory(factory)
    print(loop.get_task_factory() is factory)
    t = asyncio.create_task(work(1), name="one")
    print(type(t).__name__, t.get_name(), await t)
    ctx = contextvars.copy_context()
    t = asyncio.create_task(work(2), context=ctx)
    print(await t)
    t = loop.create_task(work(3), name=3)
    print(t.get_name(), await t)
    print(await asyncio.gather(work(4), work(5)))
    print(await asyncio.wait_for(work(6), 1), await asyncio.shield(work(7)))

    def raises(loop, coro):
        coro.close()
        raise KeyError("factory")

    loop.set_task_factory(raises)
    for make in asyncio.create_task, asyncio.ensure_future, loop.create_task:
        try:
            make(work(8))
        except KeyError as e:
            print(repr(e))

    def future_factory(loop, coro):
        coro.close()
        f = loop.create_future()
        f.set_result("no task at all")
        return f

    loop.set_task_factory(future_factory)
    print(await asyncio.create_task(work(9)), await asyncio.gather(work(9)))
    loop.set_task_factory(None)
    print(type(asyncio.create_task(work(10))).__name__)


asyncio.run(main())
