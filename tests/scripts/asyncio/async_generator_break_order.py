"""A loop that is left early has its generator closed by a task of its own, which is made in the next pass."""
import asyncio


async def items(name):
    try:
        for n in range(10):
            yield n
    finally:
        print(name, "closing in", asyncio.current_task().get_name())
        await asyncio.sleep(0)
        print(name, "closed")


async def first(name):
    async for item in items(name):
        return item


async def ticker():
    for n in range(6):
        print("tick", n)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(ticker(), )
    loop.call_soon(print, "soon, before")
    print(await first("a"))
    loop.call_soon(print, "soon, after")
    later = asyncio.create_task(ticker())
    print(later.get_name())
    await asyncio.sleep(0)
    try:
        async for item in items("b"):
            raise LookupError("left")
    except LookupError as error:
        print(error)
    print(len(asyncio.all_tasks()))
    await asyncio.wait([task, later])
    print("end")


asyncio.run(main())
