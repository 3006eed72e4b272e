# bide-only: CPython has call graphs from 3.14 on
# How much of a call stack is shown: depth and limit
import asyncio


class Lines:
    def write(self, text):
        for line in text.strip().split("\n"):
            print(line.partition("id=0x")[0])


def inner(**options):
    print(options)
    asyncio.print_call_graph(file=Lines(), **options)


def outer(**options):
    inner(**options)


async def running(**options):
    outer(**options)


async def one():
    await asyncio.sleep(1)


async def two():
    await one()


async def three():
    await two()


async def main():
    for options in {}, {"depth": 1}, {"depth": 2}, {"depth": 4}, {"depth": 99}, {"limit": 2}, {"limit": -2}, {"limit": 0}:
        await running(**options)
    for options in {"depth": 2, "limit": 2}, {"depth": 2, "limit": -2}, {"limit": 99}, {"limit": None}:
        await running(**options)
    task = asyncio.create_task(three(), name="three")
    await asyncio.sleep(0)
    for limit in None, 1, -1, 3, -3, 0:
        print("limit", limit)
        asyncio.print_call_graph(task, limit=limit, depth=3, file=Lines())
    for options in {"depth": "x"}, {"limit": "x"}:
        try:
            asyncio.print_call_graph(**options)
        except TypeError as e:
            print(e)


asyncio.run(main())
