# bide: --virtual-time
"""A task cancelled in its sleep: where the exception appears, in which order things run."""
import asyncio


async def sleeper(name):
    print(name, "sleeps")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "caught", repr(error), error.args)
        raise
    finally:
        print(name, "finally")
    print("not reached")


async def main():
    task = asyncio.create_task(sleeper("a"))
    await asyncio.sleep(1)
    print(task.cancel(), task.cancelled(), task.done(), task.cancelling())
    await asyncio.sleep(0)
    print(task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main caught", repr(error))
    for method in (task.result, task.exception):
        try:
            method()
        except asyncio.CancelledError as error:
            print(repr(error))
    task = asyncio.create_task(sleeper("b"))
    await asyncio.sleep(1)
    task.cancel("enough of it")
    try:
        await task
    except asyncio.CancelledError as error:
        print("main caught", repr(error))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
