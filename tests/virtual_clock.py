"""Run a script under CPython on a clock that jumps instead of waiting: the oracle for `bide --virtual-time`.

usage: virtual_clock.py SCRIPT [ARG ...]

docs/virtual-time.md says what the clock does.
"""
import asyncio
import itertools
import os
import sys
import time
import types
from asyncio.selector_events import BaseSelectorEventLoop

EPOCH = 2000000000.0


class Clock:
    now = 0.0


class OrderedTimer(asyncio.TimerHandle):
    """A timer that comes after those of the same deadline that were made before it.

    On a real clock the deadlines of two calls differ; here they are often equal, and the order in which CPython's
    heap gives equal ones back is an accident.
    """
    __slots__ = ("_order",)
    counter = itertools.count()

    def __init__(self, *args):
        super().__init__(*args)
        self._order = next(self.counter)

    def __lt__(self, other):
        return (self._when, self._order) < (other._when, other._order)


real_sleep, real_localtime, real_gmtime, real_strftime = time.sleep, time.localtime, time.gmtime, time.strftime
real_init = BaseSelectorEventLoop.__init__


def sleep(seconds, /):
    if isinstance(seconds, (int, float)) and seconds > 0:
        Clock.now += seconds
    else:
        real_sleep(seconds)  # for its exceptions


def install():
    time.sleep = sleep
    time.time = lambda: EPOCH + Clock.now
    time.time_ns = lambda: int((EPOCH + Clock.now) * 1e9)
    time.monotonic = time.perf_counter = lambda: Clock.now
    time.monotonic_ns = time.perf_counter_ns = lambda: int(Clock.now * 1e9)
    time.localtime = lambda seconds=None, /: real_localtime(time.time() if seconds is None else seconds)
    time.gmtime = lambda seconds=None, /: real_gmtime(time.time() if seconds is None else seconds)
    time.strftime = lambda format, when=None, /: real_strftime(format, time.localtime() if when is None else when)
    BaseSelectorEventLoop.__init__ = init_loop
    OrderedTimer.__name__ = "TimerHandle"
    asyncio.events.TimerHandle = OrderedTimer


def init_loop(self, selector=None):
    """Make a loop whose poller, where it would wait for a deadline, sets the clock to just that deadline."""
    real_init(self, selector)
    real_select = self._selector.select

    def select(timeout=None):
        ready = real_select(0)
        if not ready and timeout is None:
            return real_select(None)
        if not ready and timeout > 0:
            Clock.now = max(Clock.now, float(self._scheduled[0]._when))
        return ready

    self._selector.select = select


def main():
    path = sys.argv[1]
    sys.argv[:] = sys.argv[1:]
    sys.path[0] = os.path.dirname(os.path.abspath(path))
    install()
    module = types.ModuleType("__main__")
    module.__file__ = os.path.abspath(path)
    sys.modules["__main__"] = module
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec")
        exec(code, module.__dict__)
    except SystemExit:
        raise
    except BaseException as error:
        if error.__traceback__ is not None:
            error.__traceback__ = error.__traceback__.tb_next  # this file's own frame is none of the script's
        sys.stdout.flush()
        sys.__excepthook__(type(error), error, error.__traceback__)
        sys.exit(130 if isinstance(error, KeyboardInterrupt) else 1)


if __name__ == "__main__":
    main()
