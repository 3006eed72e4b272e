# What cannot be awaited, and how it is told
import asyncio
import types


class ReturnsInt:
    def __await__(self):
        return 5


class ReturnsNone:
    def __await__(self):
        pass


class ReturnsList:
    def __await__(self):
        return [None]


class ReturnsFuture:
    def __await__(self):
        return asyncio.get_running_loop().create_future()


class ReturnsGeneratorCoroutine:
    def __await__(self):
        return old_coroutine()


class Raises:
    def __await__(self):
        raise KeyError("in __await__")


class OnInstance:
    def __init__(self):
        self.__await__ = lambda: iter([])


@types.coroutine
def old_coroutine():
    yield


def generator():
    yield


async def awaits(x):
    try:
        return await x
    except Exception as e:
        return type(e).__name__, str(e)


class BadManager:
    def __aenter__(self):
        return 5

    async def __aexit__(self, *args):
        pass


class BadExit:
    async def __aenter__(self):
        pass

    def __aexit__(self, *args):
        return "exit"


class BadIterator:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class BadIterable:
    def __aiter__(self):
        return 5


async def main():
    for x in (5, None, [], "text", print, awaits, generator(), ReturnsInt(), ReturnsNone(), ReturnsList(),
              ReturnsFuture(), ReturnsGeneratorCoroutine(), Raises(), OnInstance()):
        print(type(x).__name__, await awaits(x))
    for x in 5, None, "text", OnInstance():
        for function in asyncio.ensure_future, asyncio.gather, asyncio.shield:
            try:
                function(x)
            except TypeError as e:
                print(function.__name__, e)
    for manager in BadManager, BadExit:
        try:
            async with manager():
                pass
        except TypeError as e:
            print(e)
    for iterable in BadIterator(), BadIterable(), [1], generator():
        try:
            async for item in iterable:
                pass
        except TypeError as e:
            print(e)


asyncio.run(main())
