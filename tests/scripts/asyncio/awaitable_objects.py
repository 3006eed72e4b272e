"""Anything with __await__ can be awaited; what it yields goes to the loop."""
import asyncio


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


class Passes:
    def __init__(self, turns):
        self.turns = turns

    def __await__(self):
        for i in range(self.turns):
            print("pass", i)
            yield
        return "passed %d" % self.turns


class Delegates:
    def __await__(self):
        value = yield from Passes(1).__await__()
        other = yield from asyncio.sleep(0, "slept").__await__()
        return value, other


class Bad:
    def __await__(self):
        return [1]


async def other():
    for i in range(3):
        print("other", i)
        await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(other())
    print(await Ready(5), await Passes(2), await Delegates())
    await task
    print(await asyncio.gather(Passes(1), Ready("r")))
    print(await asyncio.wait_for(Passes(1), 5))
    try:
        await Bad()
    except TypeError as error:
        print("TypeError", error)

    class YieldsWrong:
        def __await__(self):
            try:
                yield "not a future"
            except RuntimeError as error:
                print("RuntimeError", str(error)[-21:])

    await asyncio.create_task(wrap(YieldsWrong()))


async def wrap(x):
    return await x


asyncio.run(main())
