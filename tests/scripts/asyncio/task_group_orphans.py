# bide: --virtual-time
"""Groups whose task is done before them, that are shared, closed or entered by hand."""
import asyncio
from _task_groups import work


async def shared():
    group = asyncio.TaskGroup()

    async def user():
        async with group:
            await asyncio.sleep(1)
        print("user done")

    async def other():
        await asyncio.sleep(0.5)
        group.create_task(work("late", 3))
        group.create_task(work("fails", 2, ValueError("late")))

    try:
        await asyncio.gather(user(), other())
    except ExceptionGroup as error:
        print(repr(error))


async def parent_is_done():
    def handler(loop, context):
        print(sorted(context), context["message"].split()[0], repr(context["exception"]))
        print(context["message"].rpartition(">")[2])

    asyncio.get_running_loop().set_exception_handler(handler)
    group = asyncio.TaskGroup()

    async def user():
        await group.__aenter__()
        group.create_task(work("orphan", 1, ValueError("orphan")))

    await asyncio.create_task(user())
    await asyncio.sleep(2)
    print(group)


async def closed():
    async def user():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(work("goes on", 1))
        finally:
            print("closed", group)

    coroutine = user()
    coroutine.send(None)
    coroutine.close()
    await asyncio.sleep(2)


async def by_hand():
    group = asyncio.TaskGroup()
    print(await group.__aenter__() is group)
    group.create_task(work("a", 1))
    print(await group.__aexit__(None, None, None))
    group = asyncio.TaskGroup()
    await group.__aenter__()
    error = KeyError("told by hand")
    try:
        await group.__aexit__(KeyError, error, None)
    except ExceptionGroup as caught:
        print(repr(caught), caught.__context__)


async def main():
    for f in (shared, parent_is_done, closed, by_hand):
        print("--", f.__name__)
        await f()


asyncio.run(main())
