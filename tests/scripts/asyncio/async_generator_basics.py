"""Async generators: async for, asend, athrow, aclose, and what they answer at their end."""
import asyncio


async def counter(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            got = yield i
            if got is not None:
                print("  got", got)
    except ValueError as error:
        print("  thrown", error)
        yield "handled"
    finally:
        print("  finally")


async def main():
    async for x in counter(3):
        print(x)
    else:
        print("else")
    gen = counter(5)
    print(await gen.__anext__(), await gen.asend("hello"), await anext(gen))
    print(await gen.athrow(ValueError("oops")))
    try:
        await gen.__anext__()
    except StopAsyncIteration as stop:
        print("StopAsyncIteration", stop.args)
    try:
        await gen.asend(1)
    except StopAsyncIteration:
        print("and again")
    gen = counter(5)
    await anext(gen)
    print("aclose", await gen.aclose())
    print("again", await gen.aclose())
    print(await anext(gen, "default"))
    try:
        await counter(1).asend("too early")
    except TypeError as error:
        print("TypeError", error)
    gen = counter(2)
    print(gen.__aiter__() is gen, type(gen).__name__, hasattr(gen, "__next__"))
    await gen.aclose()


asyncio.run(main())
