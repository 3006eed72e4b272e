"""A task cannot await itself; a coroutine object cannot be awaited twice."""
import asyncio


async def selfish():
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        print("RuntimeError", str(error)[:24])


async def value():
    return 7


async def main():
    await asyncio.create_task(selfish())
    coroutine = value()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print("RuntimeError", error)
    task = asyncio.create_task(value())
    print(await task, await task, await task)
    for thing in (3, None, "text", value, [value]):
        try:
            await thing
        except TypeError as error:
            print("TypeError", error)
    try:
        asyncio.create_task(5)
    except TypeError as error:
        print("TypeError", error)
    try:
        for x in value:
            pass
    except TypeError as error:
        print("TypeError", error)


asyncio.run(main())
