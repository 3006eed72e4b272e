# bide: --virtual-time
"""Cancelling a task raises CancelledError in it, at the `await` where it waits.

Look at what runs: `except` can see the cancellation and passes it on, `finally` puts things in order, and whoever
awaits the task gets a CancelledError too.
"""
import asyncio


async def long_work():
    print("work: started")
    try:
        await asyncio.sleep(3600)
        print("work: never comes this far")
    except asyncio.CancelledError:
        print("work: cancelled while asleep")
        raise
    finally:
        print("work: putting the tools away")


async def main():
    task = asyncio.create_task(long_work())
    await asyncio.sleep(1)
    print("main: cancel() says", task.cancel())
    print("main: cancelled yet?", task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        print("main: the task has been cancelled")
    print("main: cancelled now?", task.cancelled(), "- done?", task.done())
    print("main: cancel() of a finished task says", task.cancel())


asyncio.run(main())
