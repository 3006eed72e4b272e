# iscoroutinefunction, iscoroutine, isfuture: what is what
import asyncio
import functools
import types


async def co(x=1):
    pass


def plain():
    pass


def generate():
    yield


async def agenerate():
    yield


class C:
    async def m(self):
        pass

    @classmethod
    async def cm(cls):
        pass

    @staticmethod
    async def sm():
        pass

    async def __call__(self):
        pass


class Coroutine:
    def send(self, value):
        pass

    def throw(self, *args):
        pass

    def close(self):
        pass

    def __await__(self):
        yield


class Half:
    def send(self, value):
        pass


partial = functools.partial(co, 1)
functions = (
    co, plain, generate, agenerate, C.m, C().m, C.cm, C().sm, C, C(), C().__call__, partial,
    functools.partial(partial), functools.partial(plain), functools.partial(C().m), lambda: co(),
    asyncio.sleep, asyncio.wait, asyncio.wait_for, asyncio.gather, asyncio.shield, asyncio.run,
    asyncio.Queue().get, asyncio.Queue().put, asyncio.Queue().put_nowait, asyncio.Lock().acquire,
    asyncio.Lock().release, asyncio.Event.wait, asyncio.Semaphore().acquire, asyncio.Condition().wait_for,
    print, 5, types.coroutine(generate), functools.wraps(co)(plain))
for f in functions:
    print(getattr(f, "__qualname__", type(f).__name__), asyncio.iscoroutinefunction(f))
coroutine, generator, agenerator = co(), generate(), agenerate()
for o in coroutine, generator, agenerator, Coroutine(), Half(), 5, co, coroutine.__await__():
    print(type(o).__name__, asyncio.iscoroutine(o))
coroutine.close()


async def main():
    future = asyncio.get_running_loop().create_future()
    for o in future, asyncio.current_task(), asyncio.gather(), 5, asyncio.Future, Coroutine():
        print(type(o).__name__, asyncio.isfuture(o))


asyncio.run(main())
