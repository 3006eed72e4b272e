# signal.signal(): what becomes of a signal, and what cannot become of it.
import os
import signal


def attempt(what, *arguments):
    try:
        print(repr(what(*arguments)))
    except BaseException as error:
        print(type(error).__name__, error)


def handler(number, frame):
    print("handler", number, type(number).__name__)


def failing(number, frame):
    raise ValueError("from the handler of %d" % number)


attempt(signal.getsignal, signal.SIGUSR1)
attempt(signal.signal, signal.SIGUSR1, handler)
print(signal.getsignal(signal.SIGUSR1) is handler)
attempt(signal.raise_signal, signal.SIGUSR1)
attempt(os.kill, os.getpid(), signal.SIGUSR1)
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is handler)
attempt(signal.raise_signal, signal.SIGUSR1)
attempt(signal.signal, signal.SIGUSR1, failing)
attempt(signal.raise_signal, signal.SIGUSR1)
print(signal.signal(signal.SIGUSR1, signal.SIG_DFL) is failing)

for arguments in ((signal.SIGUSR1, 5), (signal.SIGUSR1, "x"), (signal.SIGUSR1, None), (99, handler), (0, handler),
                  ("x", handler), (signal.SIGKILL, handler), (signal.SIGSTOP, signal.SIG_IGN)):
    attempt(signal.signal, *arguments)
attempt(signal.getsignal, 99)
attempt(signal.raise_signal, 99)
attempt(signal.raise_signal, "x")
attempt(signal.strsignal, 0)
attempt(os.kill, os.getpid(), 0)
attempt(os.kill, os.getpid(), 99)
attempt(os.kill, "x", 0)
attempt(os.kill, 2 ** 22 + 5, 0)

print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
attempt(signal.raise_signal, signal.SIGINT)
attempt(os.kill, os.getpid(), signal.SIGINT)
attempt(signal.default_int_handler, 2, None)
attempt(signal.default_int_handler)
print(signal.signal(signal.SIGINT, signal.SIG_IGN) is signal.default_int_handler)
attempt(signal.raise_signal, signal.SIGINT)
attempt(signal.signal, signal.SIGINT, signal.default_int_handler)
attempt(signal.raise_signal, signal.SIGINT)
