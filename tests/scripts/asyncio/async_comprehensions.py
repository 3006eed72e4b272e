"""Async comprehensions: list, set, dict, generator, conditions, await inside, nested."""
import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def is_even(x):
    return x % 2 == 0


async def main():
    print([x async for x in numbers(4)])
    print([x async for x in numbers(6) if x % 2])
    print({x % 3 async for x in numbers(7)}, {x: x * x async for x in numbers(4)})
    print([await double(x) for x in range(4)])
    print([await double(x) async for x in numbers(4) if await is_even(x)])
    print([(x, y) for x in range(2) async for y in numbers(2)])
    print([(x, y) async for x in numbers(3) for y in "ab" if x])
    print([[y async for y in numbers(x)] async for x in numbers(3)])
    gen = (x * 10 async for x in numbers(3))
    print(type(gen).__name__)
    async for x in gen:
        print(x)
    lazy = (await double(x) for x in (1, 2))
    print(type(lazy).__name__, [x async for x in lazy])
    print({await double(k): await double(v) for k, v in {"a": 1, "b": 2}.items()})
    total = sum([x async for x in numbers(5)])
    print(total, max([await double(x) for x in (3, 1)]))
    try:
        print(list(x async for x in numbers(2)))
    except TypeError as error:
        print("TypeError", error)


asyncio.run(main())
