# What is no deadlock: a timer, a signal handler; and what is one as soon as they are gone.
# bide-only: CPython hangs for ever
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    loop.call_later(0.01, event.set)
    await event.wait()
    print("the timer set it")
    event.clear()
    loop.add_signal_handler(signal.SIGALRM, event.set)
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    await event.wait()
    print("the signal set it")
    event.clear()
    loop.remove_signal_handler(signal.SIGALRM)
    try:
        await event.wait()
    except asyncio.DeadlockError as error:
        print(error)


asyncio.run(main())
