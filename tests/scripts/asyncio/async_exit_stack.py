# bide: --virtual-time
"""AsyncExitStack: what was entered is left in reverse order; callbacks, exceptions that are replaced or swallowed."""
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager


@asynccontextmanager
async def resource(name):
    await asyncio.sleep(1)
    print("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(1)
        print("close", name)


@contextmanager
def plain(name):
    print("enter", name)
    try:
        yield name
    except KeyError as error:
        print(name, "swallows", repr(error))


async def callback(*args, **kwargs):
    await asyncio.sleep(1)
    print("callback", args, kwargs)


async def on_exit(kind, error, traceback):
    print("on exit", kind and kind.__name__, error)
    return False


async def main():
    async with AsyncExitStack() as stack:
        print([await stack.enter_async_context(resource(name)) for name in "ab"])
        print(stack.enter_context(plain("c")))
        stack.push_async_callback(callback, 1, 2, key=3)
        stack.callback(print, "called")
        stack.push_async_exit(on_exit)
        await stack.enter_async_context(asyncio.Lock())
    print(asyncio.get_running_loop().time())
    async with AsyncExitStack() as stack:
        stack.enter_context(plain("d"))
        await stack.enter_async_context(resource("e"))
        stack.push_async_exit(on_exit)
        raise KeyError("k")
    try:
        async with AsyncExitStack() as stack:
            stack.push_async_callback(callback)
            stack.callback(lambda: 1 // 0)
            raise ValueError("first")
    except ZeroDivisionError as error:
        print(error, "|", repr(error.__context__))
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(resource("f"))
        kept = stack.pop_all()
        print("kept")
    await kept.aclose()
    for bad in (5, plain("g")):
        try:
            await AsyncExitStack().enter_async_context(bad)
        except TypeError as error:
            print(error)
    try:
        async with asyncio.timeout(1.5), AsyncExitStack() as stack:
            await stack.enter_async_context(resource("h"))
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out", asyncio.get_running_loop().time())


asyncio.run(main())
