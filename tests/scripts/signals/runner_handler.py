# asyncio.run() takes SIGINT over only while it means KeyboardInterrupt, and gives it back.
import asyncio
import signal


def own(number, frame):
    print("own handler")


async def who(change=None):
    before = signal.getsignal(signal.SIGINT)
    if change:
        signal.signal(signal.SIGINT, change)
    return ("default" if before is signal.default_int_handler else "own" if before is own
            else "ignored" if before is signal.SIG_IGN else "the runner's")


def now():
    handler = signal.getsignal(signal.SIGINT)
    return "default" if handler is signal.default_int_handler else "own" if handler is own else "other"


print(now(), asyncio.run(who()), now())
print(now(), asyncio.run(who(own)), now())
print(now(), asyncio.run(who()), now())
signal.signal(signal.SIGINT, signal.SIG_IGN)
print(asyncio.run(who()), signal.getsignal(signal.SIGINT) is signal.SIG_IGN)
signal.signal(signal.SIGINT, signal.default_int_handler)


async def with_own():
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(0)
    return "not cancelled"


signal.signal(signal.SIGINT, own)
print(asyncio.run(with_own()))
signal.signal(signal.SIGINT, signal.default_int_handler)


async def in_the_loop():
    task = asyncio.current_task()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, task.cancel, "by the loop's handler")
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(10)


try:
    asyncio.run(in_the_loop())
except asyncio.CancelledError as error:
    print("CancelledError", error.args)
print(now())
