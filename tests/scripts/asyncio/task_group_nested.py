# bide: --virtual-time
# python: 3.11
"""Groups in groups that fail at several levels."""
import asyncio
from _task_groups import work, attempt


async def inner_fails():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(work("outer's", 9))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work("inner", 1, ValueError("inner")))
        print("not reached")


async def outer_fails():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(work("outer", 1, ValueError("outer")))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work("inner's", 9))


async def both_fail():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(work("outer", 1, ValueError("outer")))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work("inner", 1, KeyError("inner")))


async def inner_fails_when_cancelled():
    async def cleaning():
        try:
            await asyncio.sleep(9)
        finally:
            await asyncio.sleep(1)
            raise KeyError("cleaning")

    async with asyncio.TaskGroup() as outer:
        outer.create_task(work("outer", 1, ValueError("outer")))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(cleaning())


async def level(depth):
    async with asyncio.TaskGroup() as group:
        if depth:
            group.create_task(level(depth - 1))
        group.create_task(work("level %d" % depth, depth + 1, OSError(depth)))


async def in_tasks():
    await level(2)


async def sorted_out():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(level(1))
            outer.create_task(work("other", 1, KeyError("other")))
    except* OSError as caught:
        print("OSError", caught)
    except* KeyError as caught:
        print("KeyError", caught)


async def main():
    for f in (inner_fails, outer_fails, both_fail, inner_fails_when_cancelled, in_tasks, sorted_out):
        await attempt(f)


asyncio.run(main())
