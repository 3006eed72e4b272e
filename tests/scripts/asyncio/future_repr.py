# What repr() says of futures and their callbacks
import asyncio
import functools


def cb(f):
    pass


def cb2(x, f):
    pass


class Callback:
    def __call__(self, f):
        pass

    def method(self, f):
        pass

    def __repr__(self):
        return "<Callback>"


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f)
    f.add_done_callback(cb)
    print(f)
    f.add_done_callback(functools.partial(cb2, [1, 2]))
    print(f)
    f.add_done_callback(Callback())
    print(f)
    f.add_done_callback(Callback().method)
    f.add_done_callback(print)
    print(f)
    print(f.remove_done_callback(cb), f)
    for _ in range(3):
        f.add_done_callback(cb)
    print(f.remove_done_callback(cb), f.remove_done_callback(print), f.remove_done_callback(print))
    print(f)
    f.add_done_callback(lambda f: None)
    print(f)
    f.cancel()
    print(f)
    for value in None, "x" * 50, list(range(20)), {"a": {"b": {}}}, 10**15, b"b" * 40, Callback():
        g = loop.create_future()
        g.set_result(value)
        print(g)
    h = loop.create_future()
    h.set_exception(ValueError("v" * 50))
    print(h, h.exception() is h.exception())
    i = loop.create_future()
    i.set_result(i)
    print(i)

    async def waits(future):
        await future

    j = loop.create_future()
    one, two = asyncio.create_task(waits(j)), asyncio.create_task(waits(j))
    await asyncio.sleep(0)
    print(j)
    print(one)
    three = asyncio.create_task(waits(one))
    await asyncio.sleep(0)
    print(three)
    j.set_result("done")
    print(j, one)
    await three
    print(one, two, three)


asyncio.run(main())
