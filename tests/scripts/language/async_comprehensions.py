# Comprehensions that await: in lists, sets, dicts, generators, with conditions and nested.
import asyncio


async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def main():
    print([x async for x in ticks(4)], {x async for x in ticks(3)}, {x: -x async for x in ticks(2)})
    print([await double(x) for x in range(3)], [x async for x in ticks(6) if x % 2], [x for x in range(4) if await double(x) > 2])
    print([(x, y) async for x in ticks(2) for y in range(2)], [(x, y) for x in range(2) async for y in ticks(x + 1)])
    print([[y async for y in ticks(x)] for x in range(3)])
    generator = (await double(x) async for x in ticks(3))
    print(type(generator).__name__, [x async for x in generator])
    print(type(x async for x in ticks(1)).__name__, type(await double(x) for x in [1]).__name__)
    print([x async for x in ticks(10) if x in [y async for y in ticks(3)]])
    print(await asyncio.gather(*[double(x) for x in range(3)]), sum([x async for x in ticks(4)]))
    try:
        list(x async for x in ticks(1))
    except TypeError as e:
        print(e)
    try:
        list(await double(x) for x in [1])
    except TypeError as e:
        print(e)


asyncio.run(main())
