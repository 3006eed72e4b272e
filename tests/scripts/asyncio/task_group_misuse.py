# bide: --virtual-time
"""What a task group refuses."""
import asyncio
from _task_groups import work


async def refused(group):
    coroutine = work("never", 1)
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()


async def main():
    group = asyncio.TaskGroup()
    await refused(group)
    async with group:
        group.create_task(work("a", 1))
        for again in range(2):
            try:
                await group.__aenter__()
            except RuntimeError as error:
                print(error)
        try:
            group.create_task("no coroutine")
        except TypeError as error:
            print(error)
    await refused(group)
    try:
        async with group:
            print("not reached")
    except RuntimeError as error:
        print(error)
    group = asyncio.TaskGroup()
    try:
        async with group:
            group.create_task(work("b", 1, ValueError("b")))
            try:
                await asyncio.sleep(5)
            finally:
                await refused(group)
    except* ValueError as caught:
        print(repr(caught))
    loop = asyncio.get_running_loop()
    called = loop.create_future()

    def outside_of_tasks():
        try:
            asyncio.TaskGroup().__aenter__().send(None)
        except RuntimeError as error:
            print(error)
        called.set_result(None)

    loop.call_soon(outside_of_tasks)
    await called


asyncio.run(main())
try:
    asyncio.TaskGroup().__aenter__().send(None)
except RuntimeError as error:
    print(error)
try:
    asyncio.TaskGroup(1)
except TypeError as error:
    print(error)
