"""Two tasks at one asynchronous generator: who comes while a step is going on is told so."""
import asyncio


async def slow():
    for n in range(3):
        await asyncio.sleep(0)
        yield n


async def user(name, awaitable):
    try:
        print(name, "->", await awaitable)
    except RuntimeError as error:
        print(name, "->", error)
    except StopAsyncIteration:
        print(name, "-> end")


async def loop_over(name, generator):
    try:
        async for item in generator:
            print(name, item)
    except RuntimeError as error:
        print(name, error)


async def main():
    generator = slow()
    await asyncio.gather(user("a", anext(generator)), user("b", anext(generator)),
                         user("c", generator.asend(None)), user("d", generator.athrow(ValueError)),
                         user("e", generator.aclose()))
    print("one after the other")
    await user("f", anext(generator))
    await asyncio.gather(loop_over("first", generator), loop_over("second", generator))
    await user("g", anext(generator))


asyncio.run(main())
