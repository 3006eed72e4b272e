# loop.add_signal_handler(): the handler runs in the loop, two passes after the signal came.
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    done = asyncio.Event()

    def handle(name, left):
        print("handler", name, left, asyncio.current_task())
        if left == 0:
            done.set()

    loop.add_signal_handler(signal.SIGUSR1, handle, "usr1", 1)
    loop.add_signal_handler(signal.SIGUSR2, handle, "usr2", 1)
    os.kill(os.getpid(), signal.SIGUSR2)
    signal.raise_signal(signal.SIGUSR1)
    for i in range(4):
        print("pass", i)
        await asyncio.sleep(0)

    loop.add_signal_handler(signal.SIGUSR1, handle, "usr1 again", 0)
    loop.call_soon(lambda: print("scheduled before the signal"))
    signal.raise_signal(signal.SIGUSR1)
    loop.call_soon(lambda: print("scheduled after it") or loop.call_soon(print, "and what that scheduled"))
    await done.wait()

    print(loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    print(repr(signal.getsignal(signal.SIGUSR1)))
    signal.raise_signal(signal.SIGUSR2)
    print(loop.remove_signal_handler(signal.SIGUSR2))
    await asyncio.sleep(0.01)
    print("a handler that has been removed is not called")


asyncio.run(main())


async def wait_for_child():
    # Nothing is ready and no timer set, but a signal may yet come.
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGALRM, stop.set)
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    await stop.wait()
    return "the alarm rang"


print(asyncio.run(wait_for_child()))
print(repr(signal.getsignal(signal.SIGALRM)))
