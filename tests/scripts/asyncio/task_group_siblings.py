# bide: --virtual-time
"""Tasks that begin further tasks in their own group."""
import asyncio
from _task_groups import work


async def tree(group, name, depth):
    print("begin", name)
    if depth:
        for child in "ab":
            group.create_task(tree(group, name + child, depth - 1))
    await asyncio.sleep(depth)
    print("end", name)


async def late(group):
    await asyncio.sleep(1)
    group.create_task(work("begun while the group waits", 1))
    print(group)


async def too_late(group):
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        coroutine = work("never", 1)
        try:
            group.create_task(coroutine)
        except RuntimeError as error:
            print(error)
        coroutine.close()


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(tree(group, "x", 2))
    print(group)
    async with asyncio.TaskGroup() as group:
        group.create_task(late(group))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(too_late(group))
            group.create_task(work("fails", 1, ValueError(1)))
    except* ValueError as caught:
        print(repr(caught))
    try:
        async with asyncio.TaskGroup() as group:

            async def spawns():
                group.create_task(work("spawned", 1, KeyError("spawned")))

            group.create_task(spawns())
            await work("body", 5)
    except* KeyError as caught:
        print(repr(caught))


asyncio.run(main())
