# bide: --virtual-time
"""Cancelling a task inside wait_for cancels what it waits for; an exception passes through."""
import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("work cancelled")
        raise


async def limited():
    try:
        await asyncio.wait_for(work(), 5)
    except asyncio.CancelledError:
        print("limited cancelled")
        raise
    except TimeoutError:
        print("not this one")


async def fail():
    await asyncio.sleep(1)
    raise KeyError("missing")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(limited())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main saw it at", loop.time())
    try:
        await asyncio.wait_for(fail(), 3)
    except KeyError as error:
        print("passed through:", repr(error), loop.time())
    future = loop.create_future()
    loop.call_later(1, future.cancel)
    try:
        await asyncio.wait_for(future, 3)
    except asyncio.CancelledError:
        print("the future was cancelled at", loop.time())
    await asyncio.sleep(10)
    print("no timer was left to fire")


asyncio.run(main())
