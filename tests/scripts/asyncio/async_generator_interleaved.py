# bide: --virtual-time
"""Async generators in several tasks, each at its own pace, and one shared by two tasks in turn."""
import asyncio


async def ticker(name, delay, n):
    for i in range(n):
        await asyncio.sleep(delay)
        yield "%s%d" % (name, i)


async def consume(name, delay, n):
    async for x in ticker(name, delay, n):
        print("%.1f %s" % (asyncio.get_running_loop().time(), x))
    return name


async def doubled(source):
    async for x in source:
        yield x + x


async def share(name, gen, lock):
    while True:
        async with lock:
            try:
                x = await anext(gen)
            except StopAsyncIteration:
                return
        print(name, x)


async def main():
    print(await asyncio.gather(consume("a", 0.3, 4), consume("b", 0.5, 3), consume("c", 0.2, 5)))
    async for x in doubled(doubled(ticker("z", 0.1, 2))):
        print(x)
    gen, lock = ticker("shared", 0.1, 5), asyncio.Lock()
    await asyncio.gather(share("x", gen, lock), share("y", gen, lock))
    gen = ticker("busy", 1, 2)
    one = asyncio.create_task(gen.__anext__())
    await asyncio.sleep(0)
    try:
        await anext(gen)
    except RuntimeError as error:
        print("RuntimeError", error)
    print(await one)


asyncio.run(main())
