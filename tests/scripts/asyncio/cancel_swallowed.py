# bide: --virtual-time
"""A task may swallow its cancellation; then it goes on, and cancel() works again later."""
import asyncio


async def stubborn(times):
    for i in range(times):
        try:
            await asyncio.sleep(10)
            print("slept well")
        except asyncio.CancelledError:
            print("no", i)
    await asyncio.sleep(1)
    return "stubborn to the end"


async def main():
    task = asyncio.create_task(stubborn(3))
    for _ in range(2):
        await asyncio.sleep(1)
        print("cancel", task.cancel())
    print(await task)
    print("cancelled:", task.cancelled(), "cancelling:", task.cancelling())
    print("time", asyncio.get_running_loop().time())

    async def uncancelled():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            me = asyncio.current_task()
            print("cancelling", me.cancelling(), "uncancel", me.uncancel(), me.cancelling(), me.uncancel())
            return "fine"

    task = asyncio.create_task(uncancelled())
    await asyncio.sleep(1)
    task.cancel()
    print(await task)


asyncio.run(main())
