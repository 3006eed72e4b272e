# Async generators: asend, athrow, aclose, anext, finally, early exit.
import asyncio


async def numbers(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            received = yield i
            if received:
                print("received", received)
    except ValueError as e:
        print("caught", e)
        yield "recovered"
    finally:
        print("finally")


async def main():
    g = numbers(3)
    print(await g.__anext__(), await g.asend("hello"), await g.athrow(ValueError("v")))
    try:
        await g.__anext__()
    except StopAsyncIteration as e:
        print("over", e.args)
    g = numbers(3)
    print(await anext(g))
    await g.aclose()
    print(await anext(g, "default"), g.ag_running)
    async for x in numbers(2):
        print(x)
    g = numbers(1)
    try:
        await g.asend(1)
    except TypeError as e:
        print(e)
    await g.aclose()
    print([x async for x in numbers(2)], type(numbers(1)).__name__, type(numbers(1).asend(None)).__name__)
    for wrong in (lambda: next(numbers(1)), lambda: list(numbers(1)), lambda: iter(numbers(1))):
        try:
            wrong()
        except TypeError as e:
            print(e)


asyncio.run(main())
