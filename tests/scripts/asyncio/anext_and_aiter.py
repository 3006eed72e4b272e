"""aiter() and anext(), with and without a default, on classes and generators."""
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        self.n -= 1
        if self.n < 0:
            raise StopAsyncIteration
        return self.n


class Ready:
    """Its __anext__ returns an awaitable that is no coroutine."""

    def __aiter__(self):
        return self

    def __anext__(self):
        future = asyncio.get_running_loop().create_future()
        future.set_result("ready")
        return future


async def show(what, awaitable):
    try:
        print(what, "->", await awaitable)
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


class NotAsync:
    def __aiter__(self):
        return iter([])


async def main():
    counting = aiter(Countdown(1))
    await show("first", anext(counting))
    await show("second", anext(counting))
    await show("default", anext(counting, "default"))
    await show("None", anext(counting, None))
    await show("ready", anext(Ready()))
    await show("ready or default", anext(Ready(), 5))
    for function, *args in ((aiter, [1]), (aiter, 5), (aiter, NotAsync()), (anext, [1]), (anext, iter([]), 1), (aiter,),
                            (anext, counting, 1, 2)):
        try:
            function(*args)
        except TypeError as error:
            print(function.__name__, error)
    awaitable = anext(Countdown(3), "x")
    print(await awaitable)
    task = asyncio.ensure_future(anext(Countdown(5), "x"))
    print(await task)
    async for item in Ready():
        print(item)
        break


asyncio.run(main())
