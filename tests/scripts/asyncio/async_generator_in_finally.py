# bide: --virtual-time
"""A generator that is cancelled while it awaits, and one that is left open at the end of the program."""
import asyncio


async def ticker(name):
    try:
        n = 0
        while True:
            await asyncio.sleep(1)
            n += 1
            yield n
    except asyncio.CancelledError:
        print(name, "cancelled inside")
        raise
    except GeneratorExit:
        print(name, "closed")
        raise
    finally:
        await asyncio.sleep(1)
        print(name, "cleaned up", asyncio.get_running_loop().time())


async def reader(name):
    async for n in ticker(name):
        print(name, n)


async def reader_that_waits(name):
    async for n in ticker(name):
        print(name, n)
        await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(reader("a"))
    await asyncio.sleep(2.5)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    task = asyncio.create_task(reader_that_waits("b"))
    await asyncio.sleep(2.5)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    await asyncio.sleep(2)
    global left_open
    left_open = ticker("c")
    print(await anext(left_open))
    print("main ends")


asyncio.run(main())
print("after run")
