# gi_*, cr_* and ag_* attributes before, between and after steps; what cannot be set.
import asyncio


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


def sub():
    yield 2


def g():
    yield 1
    yield from sub()


a = g()
print(a.gi_running, a.gi_frame.f_lineno, a.gi_code.co_name, a.gi_yieldfrom, a.__name__, a.__qualname__, a.gi_suspended)
next(a)
print(a.gi_frame.f_lineno, a.gi_suspended, a.gi_frame.f_locals)
next(a)
print(a.gi_yieldfrom.__name__, a.gi_frame.f_lineno)
a.close()
print(a.gi_frame, a.gi_running, a.gi_yieldfrom, a.gi_suspended)
attempt(lambda: setattr(a, "gi_running", 1))
attempt(lambda: setattr(a, "__name__", 5))
a.__name__ = "renamed"
print(a.__name__, a.__qualname__)
attempt(lambda: a.cr_frame)
attempt(lambda: type(a)())


async def coroutine():
    await asyncio.sleep(0)


c = coroutine()
print(c.cr_running, c.cr_await, c.cr_code.co_name, c.cr_frame.f_lineno, c.cr_origin, c.cr_suspended)
c.send(None)
print(c.cr_await is not None, c.cr_suspended, c.cr_running)
c.close()
print(c.cr_frame, c.cr_await, c.cr_suspended)
for f in (lambda: c.send(None), lambda: iter(c), lambda: next(c), lambda: c.gi_frame, lambda: len(c)):
    attempt(f)


async def asynchronous():
    yield 1
    await asyncio.sleep(0)
    yield 2

x = asynchronous()
print(x.ag_running, x.ag_frame.f_lineno, x.ag_code.co_name, x.ag_await, x.__name__)


async def main():
    async for value in x:
        print(value, x.ag_running, x.ag_await)
    print(x.ag_frame, x.ag_await, x.ag_running)

asyncio.run(main())
attempt(lambda: iter(x))
attempt(lambda: x.gi_frame)
