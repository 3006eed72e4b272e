# types.coroutine: generators as coroutines
import asyncio
import types


def attempt(f, *args):
    try:
        print("ok", f(*args))
    except BaseException as e:
        print(type(e).__name__, e)


@types.coroutine
def suspend(n=1):
    for _ in range(n):
        got = yield
        print("got", got)
    return n * 10


@types.coroutine
def old(x):
    a = yield from suspend(2)
    b = yield from native(x)
    return a, b


async def native(x):
    r = await suspend()
    return x + r


async def main():
    print(await suspend(2), await old(5), await native(1))
    print(await asyncio.create_task(old(3)), await asyncio.gather(suspend(), old(1)))
    print(await asyncio.wait_for(old(1), 5))
    task = asyncio.create_task(old(2))
    print(task)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(task)


asyncio.run(main())
print(bool(suspend.__code__.co_flags & 0x100), type(suspend()).__name__, suspend.__name__)
print(asyncio.iscoroutinefunction(suspend), asyncio.iscoroutine(suspend()))


def plain():
    yield


def make():
    def generator():
        yield 1

    return generator


async def awaits(x):
    return await x


one, two = types.coroutine(make()), make()
attempt(awaits(one()).send, None)
attempt(awaits(two()).send, None)
attempt(awaits(plain()).send, None)
attempt(types.coroutine, 5)
print(types.coroutine(native) is native, types.coroutine(suspend) is suspend)


@types.coroutine
def returns_generator():
    return plain()


@types.coroutine
def returns(x):
    return x


wrapped = returns_generator()
print(type(wrapped).__name__, asyncio.iscoroutine(wrapped), returns_generator.__name__)
c = awaits(wrapped)
attempt(c.send, None)
attempt(c.send, 5)


async def main():
    print(await returns(native(4)), await returns_generator())
    f = asyncio.get_running_loop().create_future()
    f.set_result(9)
    print(await returns(f))
    try:
        await returns(5)
    except TypeError as e:
        print(e)
    print(await asyncio.create_task(returns_generator()))


asyncio.run(main())
w = returns_generator()
print(next(w))
attempt(w.throw, KeyError("k"))
w.close()
print(w.gi_running, w.cr_await, w.gi_code.co_name)


class Duck:
    def __init__(self):
        self.n = 0

    def send(self, value):
        self.n += 1
        print("send", value)
        if self.n == 3:
            raise StopIteration("end")
        return self.n

    def throw(self, *args):
        print("throw")
        raise args[0]

    def close(self):
        print("close")

    def __iter__(self):
        return self

    def __next__(self):
        return self.send(None)


c = awaits(returns(Duck()))
attempt(c.send, None)
attempt(c.send, "x")
attempt(c.send, None)
attempt(awaits(Duck()).send, None)
attempt(awaits(types.coroutine(lambda: (yield 3))()).send, None)
