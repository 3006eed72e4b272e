# record: stderr
"""An exception in a thread is reported on standard error and ends that thread alone."""
import sys
import threading


def inner():
    raise ValueError("in a thread")


def fail():
    inner()


def leave():
    sys.exit(3)


def run(*args, **kwargs):
    t = threading.Thread(*args, **kwargs)
    t.start()
    t.join()
    print(t.name, t.is_alive())


run(target=fail)
run(target=leave)
run(target=fail, name="mine")


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


threading.excepthook = hook
run(target=fail)
threading.excepthook = threading.__excepthook__
run(target=fail)
