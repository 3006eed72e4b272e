# bide: --virtual-time
"""A task is cancelled in its very last step, or when what it waits for is done already."""
import asyncio


async def cancels_itself_at_the_end(value):
    asyncio.current_task().cancel("in the last step")
    return value


async def cancels_itself_and_raises():
    asyncio.current_task().cancel("lost")
    raise ValueError("raised")


async def waits(future):
    try:
        return await future
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise


async def show(what, task):
    try:
        print(what, "->", await task, task.cancelled())
    except BaseException as error:
        print(what, "->", repr(error), task.cancelled())


async def main():
    loop = asyncio.get_running_loop()
    await show("result", asyncio.create_task(cancels_itself_at_the_end(5)))
    await show("exception", asyncio.create_task(cancels_itself_and_raises()))
    future = loop.create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    future.set_result("there")
    print(task.cancel("after the result"), future.cancel())
    await show("woken and cancelled", task)
    future = loop.create_future()
    task = asyncio.create_task(waits(future))
    await asyncio.sleep(0)
    future.set_exception(KeyError("k"))
    print(task.cancel("after the exception"))
    await show("failed and cancelled", task)
    print(future.done(), future.cancelled())
    task = asyncio.create_task(asyncio.sleep(1, "slept"))
    loop.call_later(1, lambda: print("cancel", task.cancel("same deadline")))
    await show("timer and cancel", task)
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    print(task.cancel(), task.cancelled(), task.cancelling())
    inner = asyncio.create_task(asyncio.sleep(1, "inner"))
    outer = asyncio.create_task(waits(inner))
    await asyncio.sleep(1)
    print(inner.done(), outer.done(), outer.cancel("inner is done"))
    await show("outer", outer)


asyncio.run(main())
