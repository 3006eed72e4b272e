# What add_signal_handler() and remove_signal_handler() refuse; an exception in a handler is reported.
# record: stderr
import asyncio
import signal


async def coroutine():
    pass


def attempt(what, *arguments):
    try:
        print(what(*arguments))
    except Exception as error:
        print(type(error).__name__, error)


loop = asyncio.new_event_loop()
attempt(loop.add_signal_handler, signal.SIGUSR1, coroutine)
attempt(loop.add_signal_handler, "SIGUSR1", print)
attempt(loop.add_signal_handler, 99, print)
attempt(loop.add_signal_handler, signal.SIGKILL, print)
attempt(loop.remove_signal_handler, signal.SIGUSR1)
attempt(loop.remove_signal_handler, "SIGUSR1")
attempt(loop.remove_signal_handler, 99)


def fail():
    raise ValueError("in the handler")


attempt(loop.add_signal_handler, signal.SIGUSR1, fail)
loop.call_soon(signal.raise_signal, signal.SIGUSR1)
loop.call_later(0.01, loop.stop)
loop.run_forever()
attempt(loop.add_signal_handler, signal.SIGINT, print, "Ctrl-C")
attempt(loop.add_signal_handler, signal.SIGINT, print, "another")
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
loop.close()
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, repr(signal.getsignal(signal.SIGUSR1)))
attempt(loop.add_signal_handler, signal.SIGINT, print)
attempt(loop.remove_signal_handler, signal.SIGINT)
