"""What asend(), athrow(), aclose() and anext() do with an asynchronous generator that has finished."""
import asyncio


async def items():
    yield 1
    yield 2


async def show(what, awaitable):
    try:
        print(what, "->", repr(await awaitable))
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


async def main():
    used_up = items()
    print([item async for item in used_up])
    closed_early = items()
    await closed_early.aclose()
    closed_late = items()
    await anext(closed_late)
    await closed_late.aclose()
    failed = items()
    await show("athrow at the start", failed.athrow(KeyError("k")))
    for name, generator in (("used up", used_up), ("closed early", closed_early), ("closed late", closed_late),
                            ("failed", failed)):
        print(name)
        await show("  asend", generator.asend(None))
        await show("  asend value", generator.asend(5))
        await show("  anext", anext(generator))
        await show("  anext or default", anext(generator, "default"))
        await show("  athrow", generator.athrow(ValueError("v")))
        await show("  athrow GeneratorExit", generator.athrow(GeneratorExit))
        await show("  aclose", generator.aclose())
        print("  loop", [item async for item in generator])


asyncio.run(main())
