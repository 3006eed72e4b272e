# bide: --virtual-time
# python: 3.11
"""wait_for() on what is done, with no time, with all time, and with timeouts of zero and less."""
import asyncio


async def job(value, seconds=0):
    await asyncio.sleep(seconds)
    return value


async def show(what, awaitable, timeout):
    try:
        print(what, timeout, "->", await asyncio.wait_for(awaitable, timeout))
    except BaseException as error:
        print(what, timeout, "->", repr(error), "|", repr(error.__cause__))


async def begins(what):
    print(what, "begins")
    return what


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.create_task(job("done"))
    failed = loop.create_future()
    failed.set_exception(KeyError("failed"))
    cancelled = loop.create_future()
    cancelled.cancel("long ago")
    await done
    for timeout in (None, 5, 0, -1):
        await show("task", done, timeout)
        await show("failed", failed, timeout)
        await show("cancelled", cancelled, timeout)
        await show("coroutine", begins("coroutine"), timeout)
        await show("slow", job("slow", 1), timeout)
        await show("new task", asyncio.create_task(begins("task")), timeout)
        pending = loop.create_future()
        if timeout is not None:
            await show("pending", pending, timeout)
            print(pending.cancelled())
    for bad in ("soon", []):
        await show("bad", loop.create_future(), bad)
    await show("no awaitable", 5, 1)
    print(loop.time())


asyncio.run(main())
