# A main task that handles its cancellation goes on; what run() raises depends on how it ends.
import asyncio
import signal


async def swallows():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "swallowed", asyncio.current_task().cancelling()


print(asyncio.run(swallows()))


async def raises_other():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(10)
    finally:
        raise ValueError("while cleaning up")


try:
    asyncio.run(raises_other())
except ValueError as error:
    print("ValueError", error, repr(error.__context__))


async def cancelled_twice():
    asyncio.current_task().cancel()
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(10)


try:
    asyncio.run(cancelled_twice())
except asyncio.CancelledError as error:
    print("CancelledError: somebody else had cancelled it, too", error.args)


async def uncancels():
    try:
        signal.raise_signal(signal.SIGINT)
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("uncancel:", asyncio.current_task().uncancel())
    await asyncio.sleep(0)
    return "went on"


print(asyncio.run(uncancels()))


async def done_already():
    asyncio.get_running_loop().call_soon(signal.raise_signal, signal.SIGINT)
    return "done"


try:
    print(asyncio.run(done_already()))
except KeyboardInterrupt:
    print("KeyboardInterrupt: there was nothing left to cancel")

with asyncio.Runner() as runner:
    try:
        runner.run(asyncio.wait_for(cancelled_twice(), 1))
    except (KeyboardInterrupt, asyncio.CancelledError) as error:
        print(type(error).__name__)
    print(runner.run(asyncio.sleep(0, "the runner can be used again")))
