# async for: else, break, targets, wrong objects.
import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n, str(self.n)


async def ticks(n):
    for i in range(n):
        yield i


class NoAnext:
    def __aiter__(self):
        return self


class AiterIsCoroutine:
    async def __aiter__(self):
        return self


class AnextIsPlain(NoAnext):
    def __anext__(self):
        return 5


async def main():
    async for n, text in Countdown(2):
        print(n, text)
    else:
        print("exhausted")
    async for i in ticks(5):
        if i == 1:
            break
    else:
        print("never")
    box = {}
    async for box["last"] in ticks(3):
        pass
    print(box)
    for wrong in ([1], 5, NoAnext(), AiterIsCoroutine(), AnextIsPlain()):
        try:
            async for x in wrong:
                print(x)
        except TypeError as e:
            print(e)
    try:
        for x in ticks(1):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
