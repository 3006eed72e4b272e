"""StopIteration out of a coroutine is a RuntimeError, as it is out of a generator."""
import asyncio


async def stops():
    raise StopIteration("early")


async def stops_async():
    raise StopAsyncIteration("early")


async def generator(error):
    yield 1
    raise error


async def main():
    for function in (stops, stops_async):
        try:
            await function()
        except Exception as error:
            print(type(error).__name__, error, repr(error.__cause__))
        try:
            await asyncio.create_task(function())
        except Exception as error:
            print(type(error).__name__, error)
    for error in (StopIteration("x"), StopAsyncIteration("y"), ValueError("z")):
        try:
            async for x in generator(error):
                print(x)
        except Exception as caught:
            print(type(caught).__name__, caught, repr(caught.__cause__))


asyncio.run(main())
