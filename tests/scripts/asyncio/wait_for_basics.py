# bide: --virtual-time
"""wait_for: in time, too late, without a limit, already done, limit zero."""
import asyncio


async def work(delay, value):
    try:
        await asyncio.sleep(delay)
        return value
    except asyncio.CancelledError:
        print("work cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(work(1, "in time"), 2), loop.time())
    print(await asyncio.wait_for(work(5, "no limit"), None), loop.time())
    try:
        await asyncio.wait_for(work(5, "late"), timeout=2)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error), loop.time())
    print(asyncio.TimeoutError is TimeoutError)
    done = asyncio.create_task(work(0, "done"))
    await done
    print(await asyncio.wait_for(done, 1), await asyncio.wait_for(done, 0), loop.time())
    pending = asyncio.create_task(work(9, "pending"))
    await asyncio.sleep(0)
    try:
        await asyncio.wait_for(pending, 0)
    except TimeoutError:
        print("zero", pending.cancelled(), loop.time())
    future = loop.create_future()
    loop.call_later(1, future.set_result, "future")
    print(await asyncio.wait_for(future, 3), loop.time())


asyncio.run(main())
