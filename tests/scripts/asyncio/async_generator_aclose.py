"""aclose(): GeneratorExit at the yield; finally blocks may await, but not yield."""
import asyncio


async def plain():
    try:
        yield 1
        yield 2
    finally:
        print("closing")
        await asyncio.sleep(0)
        print("closed")


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("I will not")
        yield 2


async def swallows():
    try:
        yield 1
    except GeneratorExit:
        print("swallowed")
    print("goes to its end")


async def fails():
    try:
        yield 1
    finally:
        raise KeyError("on the way out")


async def nested():
    async for item in plain():
        yield item * 10


async def show(what, awaitable):
    try:
        print(what, "->", await awaitable)
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


async def main():
    for function in (plain, stubborn, swallows, fails, nested):
        generator = function()
        print(function.__name__, await anext(generator))
        await show("  aclose", generator.aclose())
        await show("  again", generator.aclose())
        await show("  next", anext(generator))
    fresh = plain()
    await show("never begun", fresh.aclose())
    await show("next", anext(fresh))
    async for item in (generator := plain()):
        print(item)
        await generator.aclose()
    print("left")


asyncio.run(main())
