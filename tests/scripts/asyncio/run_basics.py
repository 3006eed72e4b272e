"""asyncio.run gives main's result, may be called again, and cancels what is left running."""
import asyncio


async def forever(name):
    try:
        while True:
            await asyncio.sleep(1000)
    except asyncio.CancelledError:
        print(name, "cancelled at the end")
        raise
    finally:
        print(name, "finally")


async def main(x):
    asyncio.create_task(forever(x))
    await asyncio.sleep(0)
    print("main returns")
    return x * 2


print(asyncio.run(main(21)))
print(asyncio.run(main("ab")))


async def never_started():
    print("not printed")


async def hasty():
    asyncio.create_task(never_started())
    return "hasty"


print(asyncio.run(hasty()))


async def failing():
    asyncio.create_task(forever("c"))
    await asyncio.sleep(0)
    raise KeyError("failing")


try:
    asyncio.run(failing())
except KeyError as error:
    print("run raised", repr(error))
