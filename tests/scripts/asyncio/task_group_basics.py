# bide: --virtual-time
"""A task group waits for all its tasks; its tasks are tasks like any other."""
import asyncio
from _task_groups import work


async def main():
    group = asyncio.TaskGroup()
    print(group, type(group).__name__)
    async with group as entered:
        print(entered is group, group)
        a = group.create_task(work("a", 2), name="first")
        b = group.create_task(work("b", 1))
        print(a.get_name(), b.get_name(), group)
        print("body ends")
    print(a.result(), b.result(), group)
    async with asyncio.TaskGroup() as group:
        pass
    print("an empty one", group)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work("awaited in the body", 1))
        print("result:", await task)
    async with asyncio.TaskGroup() as outer, asyncio.TaskGroup() as inner:
        x = outer.create_task(work("outer", 2))
        y = inner.create_task(work("inner", 1))
    print(x.result(), y.result(), asyncio.get_running_loop().time())


asyncio.run(main())
