# bide: --virtual-time
"""The first failure cancels the others and the body."""
import asyncio
from _task_groups import work, attempt


async def in_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("fails", 1, ValueError(1)))
        group.create_task(work("other", 5))
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError as error:
            print("body", repr(error), group, asyncio.current_task().cancelling())
            raise


async def while_leaving():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("fails", 1, ValueError(1)))
        group.create_task(work("other", 5))


async def swallowed_in_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("fails", 1, ValueError(1)))
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            print("swallowed")
        await asyncio.sleep(1)
        print("the body goes on")


async def body_that_does_not_wait():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("fails", 0, ValueError(1)))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print("not cancelled yet")
        await asyncio.sleep(0)
        print("not reached")


async def several_at_once():
    async with asyncio.TaskGroup() as group:
        for i in range(4):
            group.create_task(work(i, 1, KeyError(i)))
        group.create_task(work("other", 2))


async def never_started():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("never started", 1))
        raise LookupError("before anything ran")


async def main():
    for f in (in_body, while_leaving, swallowed_in_body, body_that_does_not_wait, several_at_once, never_started):
        await attempt(f)


asyncio.run(main())
