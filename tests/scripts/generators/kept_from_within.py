# Coroutines and generators made by the expression that delegates to them, and seen by others while they run:
# they stay what they are when they have returned.
import asyncio
import sys

kept = []


async def leaf(number):
    if number == 1:
        kept.append(outer.cr_await)
    if number == 2:
        kept.append(sys._getframe())
    await asyncio.sleep(0)
    if number == 3:
        kept.append(outer.cr_await)
    return number


async def middle(number):
    if number == 4:
        kept.append(sys._getframe())
    return await leaf(number) + 100


async def main():
    for number in range(6):
        kept.append(await middle(number))
    local = await (made := middle(7))
    kept.append(made.cr_frame)
    try:
        await made
    except RuntimeError as error:
        kept.append(str(error))
    kept.append(local)


async def watch(task):
    while not task.done():
        seen = task.get_coro().cr_await
        while hasattr(seen, "cr_await"):
            kept.append(seen)
            seen = seen.cr_await
        await asyncio.sleep(0)


async def both():
    global outer
    outer = main()
    task = asyncio.create_task(outer)
    await asyncio.gather(task, watch(task))


asyncio.run(both())


def numbers(n):
    for i in range(n):
        if i == 1:
            kept.append(walker.gi_yieldfrom)
        yield i
    return n


def walk():
    for n in range(3):
        kept.append((yield from numbers(n)))


async def nothing(n):
    return n


async def many():
    total = 0
    for n in range(1000):
        total += await nothing(n)
    return total


walker = walk()
for item in walker:
    kept.append(walker.gi_yieldfrom)
    print(item)
print(asyncio.run(many()))
for item in kept:
    if hasattr(item, "cr_frame"):
        print(item.__name__, item.cr_frame, item.cr_await, item.cr_running)
    elif hasattr(item, "gi_frame"):
        print(item.__name__, item.gi_frame, item.gi_yieldfrom, item.gi_running)
    elif hasattr(item, "f_code"):
        print("frame of", item.f_code.co_name)
    else:
        print(item)
