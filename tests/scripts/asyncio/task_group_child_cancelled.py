# bide: --virtual-time
"""A task of a group that is cancelled does not concern the others."""
import asyncio
from _task_groups import work


async def raises_cancelled():
    await asyncio.sleep(1)
    raise asyncio.CancelledError("of its own")


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("a", 5))
        b = group.create_task(work("b", 2))
        c = group.create_task(raises_cancelled())
        d = group.create_task(work("d", 1))
        d.cancel("before its first step")
        await asyncio.sleep(1)
        print("cancel a", a.cancel("why not"), group)
    print(a.cancelled(), b.result(), c.cancelled(), d.cancelled(), group)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work("awaited", 5))
        asyncio.get_running_loop().call_later(1, task.cancel, "from a callback")
        try:
            await task
        except asyncio.CancelledError as error:
            print("awaiting it:", repr(error), asyncio.current_task().cancelling())
        group.create_task(work("the group goes on", 1))


asyncio.run(main())
