"""async for over a class: __aiter__ and __anext__, and what is refused."""
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        print("aiter")
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class NoNext:
    def __aiter__(self):
        return self


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def main():
    async for x in Countdown(3):
        print(x)
    else:
        print("else")
    async for x in Countdown(5):
        if x == 3:
            continue
        if x == 1:
            break
        print(x)
    else:
        print("no else after break")
    async for a, b in Pairs():
        print(a, b)
    for bad in ([1, 2], 7, NoNext(), BadNext()):
        try:
            async for x in bad:
                pass
        except TypeError as error:
            print("TypeError", error)
    try:
        for x in Countdown(1):
            pass
    except TypeError as error:
        print("TypeError", error)
    print(await anext(aiter(Countdown(2))))


class Pairs:
    def __aiter__(self):
        async def pairs():
            yield 1, 2
            yield 3, 4
        return pairs()


asyncio.run(main())
