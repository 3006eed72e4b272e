# await binds tighter than any operator but a call; what can be awaited, and what cannot.
import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return "awaited"


class BadAwait:
    def __await__(self):
        return 5


async def main():
    print(await value(2) ** 2, -await value(3), await value(1) + await value(2), not await value(0))
    print((await value([1, 2]))[0], (await value("a")).upper(), await value(1) if await value(False) else await value("else"))
    print([await value(1), await value(2)], {await value("k"): await value("v")}, f"{await value('f')}", await (await value(value(5))))
    print(await Awaitable(), await asyncio.ensure_future(value(6)), await asyncio.create_task(value(7)))
    print((lambda x: x)(await value(8)), print(await value("printed")), *await value([1, 2]))
    for wrong in (5, None, [value], value, BadAwait()):
        try:
            await wrong
        except TypeError as e:
            print(e)
    coroutine = value(1)
    await coroutine
    try:
        await coroutine
    except RuntimeError as e:
        print(e)


asyncio.run(main())
