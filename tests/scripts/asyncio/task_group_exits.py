# bide: --virtual-time
"""KeyboardInterrupt and SystemExit go before everything else."""
import asyncio
from _task_groups import work


def run(function):
    print("--", function.__name__)
    try:
        asyncio.run(function())
    except BaseException as error:
        print("run:", repr(error), repr(error.__context__))


async def in_task():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("exits", 1, SystemExit(3)))
            group.create_task(work("other", 9))
    except BaseException as error:
        print("main:", repr(error))
        raise


async def in_body():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 9))
            await asyncio.sleep(1)
            raise KeyboardInterrupt
    except BaseException as error:
        print("main:", repr(error))
        raise


async def with_errors():
    async def fails():
        try:
            await asyncio.sleep(9)
        finally:
            raise ValueError("forgotten")

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            await asyncio.sleep(1)
            raise SystemExit(4)
    except BaseException as error:
        print("main:", repr(error))
        raise


async def generator_exit():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 1, GeneratorExit("no special case")))
            group.create_task(work("b", 1, ValueError("beside it")))
    except BaseException as error:
        print("main:", repr(error))
        raise


for f in (in_task, in_body, with_errors, generator_exit):
    run(f)
