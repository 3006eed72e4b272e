"""contextlib.aclosing() closes a generator where its block ends, however it ends."""
import asyncio
from contextlib import aclosing


async def items(name):
    try:
        for n in range(3):
            yield n
            await asyncio.sleep(0)
    finally:
        print(name, "closed")


class Connection:
    async def aclose(self):
        await asyncio.sleep(0)
        print("connection closed")


async def first(name):
    async with aclosing(items(name)) as generator:
        async for item in generator:
            return item


async def main():
    print(await first("a"))
    async with aclosing(items("b")) as generator:
        print([item async for item in generator])
    try:
        async with aclosing(items("c")) as generator:
            async for item in generator:
                raise ValueError(item)
    except ValueError as error:
        print("raised", error)
    async with aclosing(items("d")) as generator:
        pass
    print(await anext(generator, "over"))
    async with aclosing(Connection()) as connection:
        print(type(connection).__name__)
    task = asyncio.create_task(first("e"))
    await asyncio.sleep(0)
    print(await task)
    try:
        async with aclosing([]):
            print("in")
    except AttributeError as error:
        print(error)


asyncio.run(main())
