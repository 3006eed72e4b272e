# bide: --virtual-time
# python: 3.11
"""Cancelling the task inside a group: in its body, while it leaves, twice, and together with a failure."""
import asyncio
from _task_groups import work


async def stubborn():
    for i in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("ignored", i)
    return "stubborn"


async def in_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 9))
        await work("body", 9)


async def while_leaving():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 9))


async def with_stubborn_task():
    async with asyncio.TaskGroup() as group:
        group.create_task(stubborn())


async def fails_meanwhile():
    async def fails():
        try:
            await asyncio.sleep(9)
        finally:
            raise ValueError("cleaning up")

    async with asyncio.TaskGroup() as group:
        group.create_task(fails())
        await asyncio.sleep(9)


async def fails_in_the_same_pass():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("fails", 1, ValueError(1)))
        await asyncio.sleep(9)


async def goes_on():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("fails", 0.5, ValueError(1)))
            await asyncio.sleep(9)
    except* ValueError as caught:
        print(repr(caught), asyncio.current_task().cancelling())
    await work("after the group", 1)


async def main():
    for function in (in_body, while_leaving, with_stubborn_task, fails_meanwhile, fails_in_the_same_pass, goes_on):
        print("--", function.__name__)
        task = asyncio.create_task(function())
        await asyncio.sleep(1)
        print("cancel", task.cancel("outside"))
        if function is with_stubborn_task:
            await asyncio.sleep(1)
            print("again", task.cancel("outside again"))
        try:
            await task
        except BaseException as error:
            print(repr(error))
        print(task.cancelled(), task.cancelling())


asyncio.run(main())
