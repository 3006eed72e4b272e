# The second Ctrl-C raises KeyboardInterrupt at once, wherever that may be.
import asyncio
import os
import signal


async def main():
    try:
        os.kill(os.getpid(), signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("first: cancelled")
        try:
            os.kill(os.getpid(), signal.SIGINT)
            print("not reached")
        except KeyboardInterrupt:
            print("second: KeyboardInterrupt in the main task")
            raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("KeyboardInterrupt", repr(error.__context__))


async def stubborn():
    for i in range(3):
        try:
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cancelled", i)
        except KeyboardInterrupt:
            print("KeyboardInterrupt", i)
    return "stubborn to the end"


print(asyncio.run(stubborn()))


async def other():
    try:
        await asyncio.sleep(10)
    finally:
        print("other: cleans up")


async def in_callback():
    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    loop = asyncio.get_running_loop()
    loop.call_soon(signal.raise_signal, signal.SIGINT)
    loop.call_soon(signal.raise_signal, signal.SIGINT)
    try:
        await task
    finally:
        print("in_callback: cleans up")


try:
    asyncio.run(in_callback())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
