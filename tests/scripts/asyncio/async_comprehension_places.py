"""Asynchronous comprehensions wherever an expression may stand."""
import asyncio


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(n):
    await asyncio.sleep(0)
    return n * 2


async def with_default(n, found=None):
    return found or [i async for i in numbers(n)]


async def main():
    print([i async for i in numbers(3)], {i % 2 async for i in numbers(4)}, {i: -i async for i in numbers(3)})
    print([await double(i) for i in range(3)], {await double(i): i for i in range(2)})
    print([(i, j) async for i in numbers(2) for j in range(i + 1)])
    print([(i, j) for i in range(2) async for j in numbers(i + 1)])
    print([[j async for j in numbers(i)] async for i in numbers(4)])
    print([i async for i in numbers(6) if i % 2 if await double(i) > 2])
    print(sum([i async for i in numbers(5)]), f"{[i async for i in numbers(2)]}")
    generator = (await double(i) async for i in numbers(3))
    print(type(generator).__name__, [i async for i in generator])
    lazy = (i for i in [await double(5)])
    print(type(lazy).__name__, list(lazy))
    if [i async for i in numbers(0)] or (found := [i async for i in numbers(2)]):
        print(found)
    assert [i async for i in numbers(1)] == [0], [i async for i in numbers(9)]
    print(*[i async for i in numbers(3)], sep="-")
    print(await with_default(await double(1)), (lambda items: len(items))([i async for i in numbers(4)]))
    for item in [i async for i in numbers(2)]:
        print("item", item)
    print([i async for i in numbers(3)][-1], [i async for i in numbers(5)][1:3])
    first, *rest = [i async for i in numbers(4)]
    print(first, rest, await asyncio.gather(*[double(i) async for i in numbers(3)]))
    try:
        [1 // i async for i in numbers(2)]
    except ZeroDivisionError as error:
        print(error)
    try:
        [i async for i in list("ab")]
    except TypeError as error:
        print(error)
    try:
        [i for i in numbers(2)]
    except TypeError as error:
        print(error)
    return [i async for i in numbers(2)]


print(asyncio.run(main()))
