"""athrow(): the exception is raised where the generator stands; it may catch it, yield on, or let it through."""
import asyncio


async def items():
    n = 0
    while True:
        try:
            n += 1
            yield n
        except ValueError as error:
            print("caught", error)
            await asyncio.sleep(0)
            yield "handled"
        except KeyError:
            return
        except LookupError as error:
            raise RuntimeError("translated") from error
        finally:
            print("finally", n)


async def show(what, awaitable):
    try:
        print(what, "->", await awaitable)
    except BaseException as error:
        print(what, "->", type(error).__name__, error, "| cause", repr(error.__cause__))


async def main():
    generator = items()
    await show("before the start", generator.athrow(ValueError("early")))
    await show("it is over", anext(generator))
    generator = items()
    await show("start", anext(generator))
    await show("caught", generator.athrow(ValueError("one")))
    await show("on", anext(generator))
    await show("class", generator.athrow(ValueError))
    await show("on", anext(generator))
    await show("returns", generator.athrow(KeyError("k")))
    await show("over", anext(generator))
    generator = items()
    await anext(generator)
    await show("translated", generator.athrow(IndexError("i")))
    generator = items()
    await anext(generator)
    await show("through", generator.athrow(OSError("o")))
    generator = items()
    await anext(generator)
    await show("cancelled", generator.athrow(asyncio.CancelledError("c")))
    generator = items()
    await anext(generator)
    await show("StopAsyncIteration", generator.athrow(StopAsyncIteration("s")))
    generator = items()
    await anext(generator)
    await show("GeneratorExit", generator.athrow(GeneratorExit))


asyncio.run(main())
