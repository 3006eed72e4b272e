# Asynchronous generators that are left open are closed when the loop is shut down; what fails then is reported.
import asyncio


async def numbers(name, fail=False):
    try:
        for number in range(5):
            yield number
    finally:
        print(name, "closes")
        await asyncio.sleep(0)
        print(name, "is closed")
        if fail:
            raise ValueError("while closing " + name)


def handler(loop, context):
    print(sorted(context), context["message"].partition(" object ")[0], repr(context["exception"]))


async def leave_open(name, fail=False):
    asyncio.get_running_loop().set_exception_handler(handler)
    generator = numbers(name, fail)
    print(name, await anext(generator))
    return generator


open_ones = [asyncio.run(leave_open("a")), asyncio.run(leave_open("b", True))]
print("run() has closed them")
for generator in open_ones:
    try:
        asyncio.run(anext(generator))
    except (StopAsyncIteration, ValueError) as error:
        print(type(error).__name__)

loop = asyncio.new_event_loop()
open_one = loop.run_until_complete(leave_open("c", True))
print(loop.run_until_complete(loop.shutdown_asyncgens()), loop.run_until_complete(loop.shutdown_asyncgens()))
loop.close()


async def left_in_the_middle():
    async for number in numbers("d"):
        if number == 2:
            break
    print("left the loop")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("and went on")


asyncio.run(left_in_the_middle())


async def closed_by_hand():
    generator = numbers("e")
    await anext(generator)
    await generator.aclose()
    try:
        await anext(generator)
    except StopAsyncIteration:
        print("StopAsyncIteration")
    return generator


closed = asyncio.run(closed_by_hand())
