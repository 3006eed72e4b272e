"""asend(): values go in where yield stands, and come out of the next one."""
import asyncio


async def averages():
    total, count, value = 0, 0, None
    while True:
        got = yield value
        if got is None:
            print("nothing was sent")
            continue
        await asyncio.sleep(0)
        total += got
        count += 1
        value = total / count
        if count == 3:
            return


async def show(what, awaitable):
    try:
        print(what, "->", await awaitable)
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


async def main():
    generator = averages()
    await show("too early", generator.asend(5))
    await show("start", generator.asend(None))
    await show("10", generator.asend(10))
    await show("next", anext(generator))
    await show("20", generator.asend(20))
    await show("30, the last", generator.asend(30))
    await show("after the end", generator.asend(40))
    generator = averages()
    step = generator.asend(None)
    print(type(step).__name__, hasattr(step, "__await__"), await step)
    await show("the same step", step)
    await show("goes on", generator.asend(7))
    for name in ("ag_frame", "ag_running", "ag_await", "ag_code"):
        print(name, hasattr(generator, name))
    print(generator.__name__, generator.__qualname__, generator.ag_running)
    await generator.aclose()


asyncio.run(main())
