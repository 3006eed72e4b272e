# Handle and TimerHandle: repr, cancel, order, and calls that cannot be
import asyncio
import functools


def attempt(f, *args, **kwargs):
    try:
        print("ok", f(*args, **kwargs))
    except TypeError as e:
        print(type(e).__name__, e)


def cb(*args):
    print("cb", args)


class Callable:
    def method(self):
        pass

    def __call__(self):
        print("called")

    def __repr__(self):
        return "<Callable>"


async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(cb, 1, "two")
    print(h, h.cancelled(), type(h))
    h.cancel()
    h.cancel()
    print(h, h.cancelled())
    for callback in Callable().method, Callable(), print, lambda: None, functools.partial(cb, 5):
        print(loop.call_soon(callback))
    late = loop.call_later(100.5, cb)
    later = loop.call_at(loop.time() + 200, cb, 2)
    print(round(late.when() - loop.time()), round(later.when() - late.when()), type(late))
    print(late < later, late > later, late <= late, late >= later, late == later, late == late, late != later)
    attempt(lambda: h < late)
    print(isinstance(late, asyncio.Handle), asyncio.TimerHandle.__mro__[1] is asyncio.Handle)
    for timer in late, later:
        timer.cancel()
        print(timer.cancelled(), str(timer).split(" when=")[0])
    attempt(loop.call_soon)
    attempt(loop.call_later, 1)
    attempt(loop.call_later)
    attempt(loop.call_later, "x", cb)
    attempt(loop.call_later, None, cb)
    attempt(loop.call_at, None, cb)
    attempt(loop.call_at, 1)
    await asyncio.sleep(0)


asyncio.run(main())
