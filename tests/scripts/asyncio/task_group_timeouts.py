# bide: --virtual-time
# python: 3.11
"""Timeouts around groups, inside of them and in their tasks."""
import asyncio
from _task_groups import work, attempt


async def around():
    async with asyncio.timeout(1):
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 9))


async def around_with_failing_cleanup():
    async def cleaning():
        try:
            await asyncio.sleep(9)
        finally:
            raise KeyError("cleaning")

    async with asyncio.timeout(1):
        async with asyncio.TaskGroup() as group:
            group.create_task(cleaning())


async def in_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 9))
        async with asyncio.timeout(1):
            await work("body", 9)


async def in_body_handled():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("a", 3))
        try:
            async with asyncio.timeout(1):
                await work("body", 9)
        except TimeoutError:
            print("too slow")


async def in_body_as_a_task_fails():
    async with asyncio.TaskGroup() as group:
        group.create_task(work("fails", 1, KeyError("task")))
        async with asyncio.timeout(1):
            await asyncio.sleep(9)


async def in_a_task():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.wait_for(work("too slow", 9), 1))
        group.create_task(work("quick", 0.5))


async def nested():
    async with asyncio.timeout(3):
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 9))
            try:
                async with asyncio.timeout(1):
                    async with asyncio.TaskGroup() as inner:
                        inner.create_task(work("b", 9))
            except TimeoutError:
                print("inner timeout at", asyncio.get_running_loop().time() - start)


start = 0


async def main():
    global start
    for f in (around, around_with_failing_cleanup, in_body, in_body_handled, in_body_as_a_task_fails, in_a_task, nested):
        start = asyncio.get_running_loop().time()
        await attempt(f)


asyncio.run(main())
