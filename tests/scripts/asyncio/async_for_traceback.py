# record: stderr
"""An exception that comes out of an asynchronous generator passes the loop over it once."""
import asyncio


async def items():
    yield 1
    raise ValueError("no more")


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n -= 1
        return 6 // self.n


async def main():
    try:
        async for n in Countdown(3):
            print(n)
    except ZeroDivisionError as error:
        print(error)
    async for item in items():
        print(item)


asyncio.run(main())
