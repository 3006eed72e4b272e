# bide: --virtual-time
# python: 3.11
"""What the body raises goes into the group, unless it is a cancellation."""
import asyncio
from _task_groups import work, attempt


class Mine(asyncio.CancelledError):
    pass


async def alone():
    async with asyncio.TaskGroup():
        raise KeyError("body")


async def with_tasks():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 1))
        await asyncio.sleep(0)
        raise KeyError("body")


async def beside_a_failing_task():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("fails", 1, ValueError(1)))
        try:
            await asyncio.sleep(5)
        finally:
            raise KeyError("from the body")


async def task_fails_on_the_way():
    async def fails_when_cancelled():
        try:
            await asyncio.sleep(9)
        finally:
            await asyncio.sleep(1)
            raise ValueError("cleaning up")

    async with asyncio.TaskGroup() as group:
        group.create_task(fails_when_cancelled())
        await asyncio.sleep(1)
        raise KeyError("body")


async def cancelled_error():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 1))
        await asyncio.sleep(0)
        raise asyncio.CancelledError("by hand")


async def subclass_of_cancelled_error():
    async with asyncio.TaskGroup():
        raise Mine("by hand")


async def group_in_group():
    async with asyncio.TaskGroup():
        raise ExceptionGroup("mine", [OSError(1)])


async def main():
    for f in (alone, with_tasks, beside_a_failing_task, task_fails_on_the_way, cancelled_error,
              subclass_of_cancelled_error, group_in_group):
        await attempt(f)


asyncio.run(main())
