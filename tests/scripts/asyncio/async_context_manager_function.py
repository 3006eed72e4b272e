"""asynccontextmanager: a generator with one yield becomes a context manager; what happens when it has not one."""
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def session(name, swallow=False):
    """A session."""
    print("begin", name)
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except ValueError as error:
        print(name, "sees", error)
        if not swallow:
            raise
    finally:
        await asyncio.sleep(0)
        print("end", name)


@asynccontextmanager
async def no_yield():
    if False:
        yield


@asynccontextmanager
async def two_yields():
    yield 1
    yield 2


@asynccontextmanager
async def goes_on_after_error():
    try:
        yield 1
    except ValueError:
        yield 2


@asynccontextmanager
async def translates():
    try:
        yield
    except KeyError as error:
        raise RuntimeError("translated") from error


@session("decorator")
async def decorated(n):
    print("decorated", n)
    return n


async def attempt(what, manager, error=None):
    try:
        async with manager as value:
            print(what, value)
            if error:
                raise error
        print(what, "left")
    except BaseException as left:
        print(what, "->", type(left).__name__, left, "|", repr(left.__cause__))


async def main():
    await attempt("plain", session("a"))
    await attempt("raises", session("b"), ValueError("v"))
    await attempt("swallows", session("c", swallow=True), ValueError("v"))
    await attempt("other", session("d"), KeyError("k"))
    await attempt("cancelled", session("e"), asyncio.CancelledError())
    await attempt("stops", session("f"), StopAsyncIteration("s"))
    await attempt("no yield", no_yield())
    await attempt("two yields", two_yields())
    await attempt("yields on", goes_on_after_error(), ValueError("v"))
    await attempt("translates", translates(), KeyError("k"))
    print(await decorated(1), await decorated(2))
    print(session.__name__, session.__doc__, type(session("g")).__name__)
    async with session("outer") as outer, session("inner") as inner:
        print(outer, inner)


asyncio.run(main())
