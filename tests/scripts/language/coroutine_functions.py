# async def: what calling makes, methods, nesting, closures, defaults, decorators, lambdas that await not.
import asyncio
import inspect


async def f(a, b=2, *args, c=3, **kwargs):
    "documented"
    return a, b, args, c, kwargs


class C:
    async def method(self):
        return self.__class__.__name__

    @classmethod
    async def make(cls):
        return cls

    @staticmethod
    async def static(x):
        return x

    async def __call__(self):
        return "called"

    @property
    async def prop(self):
        return "property"


def deco(function):
    async def wrapper(*args):
        return "wrapped", await function(*args)
    return wrapper


@deco
async def decorated(x):
    return x


async def main():
    print(await f(1), await f(1, 2, 3, c=4, d=5), f.__doc__, f.__name__)
    c = C()
    print(await c.method(), (await C.make()).__name__, await C.static(1), await c(), await c.prop, await decorated(6))

    async def nested():
        return c is not None

    coroutine = nested()
    print(type(coroutine).__name__, coroutine.__name__, coroutine.__qualname__, coroutine.cr_running, inspect.iscoroutine(coroutine))
    print(await coroutine, inspect.iscoroutinefunction(f), inspect.iscoroutinefunction(main), inspect.iscoroutinefunction(C))
    make = lambda: f(7)
    print(await make(), [await x for x in (f(8), f(9))])
    try:
        f()
    except TypeError as e:
        print(e)


asyncio.run(main())
coroutine = f(1)
try:
    coroutine.send(None)
except StopIteration as e:
    print(e.value)
try:
    iter(f)
except TypeError as e:
    print(e)
