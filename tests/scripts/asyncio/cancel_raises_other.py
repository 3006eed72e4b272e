# bide: --virtual-time
"""What a cancelled task raises instead is its exception; one it raises in finally hides the cancellation."""
import asyncio


async def other_error():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def finally_error():
    try:
        await asyncio.sleep(10)
    finally:
        1 / 0


async def raises_cancelled():
    raise asyncio.CancelledError("by hand")


async def main():
    for function in (other_error, finally_error):
        task = asyncio.create_task(function())
        await asyncio.sleep(1)
        task.cancel()
        try:
            await task
        except Exception as error:
            print(function.__name__, repr(error), "context", repr(error.__context__))
        print(task.cancelled(), repr(task.exception()))
    task = asyncio.create_task(raises_cancelled())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelled())
    print(issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.CancelledError, BaseException))


asyncio.run(main())
