# bide: --virtual-time
# python: 3.11
"""wait_for() that is cancelled handles that while it waits for its task: what comes then has it as its context."""
import asyncio


def chain(error):
    return repr(error) + (" while handling " + chain(error.__context__) if error.__context__ else "")


async def stubborn(seconds):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(seconds)


async def fails_when_cancelled():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def show(coroutine):
    try:
        print("result", await asyncio.wait_for(coroutine, 5))
    except BaseException as error:
        print(chain(error))


async def main():
    task = asyncio.create_task(show(stubborn(2)))
    await asyncio.sleep(1)
    task.cancel("one")
    await asyncio.sleep(1)
    task.cancel("two")
    await task

    task = asyncio.create_task(show(stubborn(2)))
    await asyncio.sleep(1)
    task.cancel("alone")
    await task

    task = asyncio.create_task(show(fails_when_cancelled()))
    await asyncio.sleep(1)
    task.cancel("lost")
    await task

    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(show(future))
    await asyncio.sleep(1)
    future.set_exception(KeyError("both"))
    task.cancel("too late")
    await task


asyncio.run(main())
