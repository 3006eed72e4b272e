# Ctrl-C under asyncio.run(): the main task is cancelled, finally blocks run, then KeyboardInterrupt.
import asyncio
import os
import signal


async def worker(name):
    try:
        while True:
            await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print(name, "is cancelled", error.args)
        raise
    finally:
        print(name, "cleans up")


async def main():
    helper = asyncio.create_task(worker("helper"))
    await asyncio.sleep(0)
    try:
        os.kill(os.getpid(), signal.SIGINT)
        print("Ctrl-C waits for the next await;", asyncio.current_task().cancelling())
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main is cancelled", asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0)
        print("main cleans up", helper.done())


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("KeyboardInterrupt", error.args, repr(error.__context__))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


async def from_outside():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, signal.raise_signal, signal.SIGINT)
    try:
        await loop.create_future()
    finally:
        print("the future was", "given up")


try:
    asyncio.run(from_outside())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
