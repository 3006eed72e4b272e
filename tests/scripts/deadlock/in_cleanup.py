# A deadlock while the first one is being cleaned up.
# bide-only: CPython hangs for ever
import asyncio


async def stubborn(event):
    try:
        await event.wait()
    finally:
        print("stubborn waits once more")
        try:
            await event.wait()
        finally:
            print("stubborn ends")


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(stubborn(event), name="stubborn")
    await asyncio.sleep(0)
    try:
        await asyncio.Event().wait()
    finally:
        print("main cleans up")
        try:
            await asyncio.Queue().get()
        finally:
            print("main has cleaned up")
            task.cancel()


try:
    asyncio.run(main())
except asyncio.DeadlockError as error:
    while error:
        print(error)
        error = error.__context__
