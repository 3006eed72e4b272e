"""A task may cancel itself: the exception comes at its next await that suspends, or turns into nothing."""
import asyncio


async def myself():
    print("cancelling", asyncio.current_task().cancel())
    print("still here")
    try:
        await asyncio.sleep(0)
        print("not reached")
    except asyncio.CancelledError:
        print("now")
        raise


async def too_late():
    asyncio.current_task().cancel()
    return "returned before"


async def inline():
    return "no suspension"


async def through():
    asyncio.current_task().cancel()
    print(await inline())
    future = asyncio.get_running_loop().create_future()
    future.set_result("ready")
    print(await future)
    await asyncio.sleep(0)


async def main():
    for coroutine in (myself(), too_late(), through()):
        task = asyncio.create_task(coroutine)
        try:
            print("result", await task)
        except asyncio.CancelledError:
            print("cancelled", task.cancelled())


asyncio.run(main())
