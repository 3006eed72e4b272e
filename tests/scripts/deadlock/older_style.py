# run_until_complete() of a future, of a task, and run_forever() with nothing to do.
# bide-only: CPython hangs for ever
import asyncio

loop = asyncio.new_event_loop()


def attempt(what, *arguments):
    try:
        what(*arguments)
    except asyncio.DeadlockError as error:
        print(what.__name__, error)


async def waits(event):
    try:
        await event.wait()
    finally:
        print("cleans up")


event = asyncio.Event()
attempt(loop.run_forever)
attempt(loop.run_until_complete, loop.create_future())
attempt(loop.run_until_complete, waits(event))
task = loop.create_task(waits(event), name="in the background")
attempt(loop.run_until_complete, asyncio.gather(task, loop.create_future()))
attempt(loop.run_forever)
event.set()
print(loop.run_until_complete(task), loop.is_running())
loop.close()
