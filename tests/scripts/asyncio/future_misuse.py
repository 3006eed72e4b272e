# Futures: every method misused
# python: 3.11
import asyncio


def attempt(f, *args, **kwargs):
    try:
        print("ok", f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__, e)


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    attempt(f.result)
    attempt(f.exception)
    attempt(f.set_result)
    attempt(f.set_result, 1, 2)
    attempt(f.set_exception, 5)
    attempt(f.set_exception, int)
    attempt(f.set_exception, StopIteration)
    attempt(f.set_exception, StopIteration())
    attempt(f.set_exception)
    attempt(f.remove_done_callback, print)
    attempt(f.result, 1)
    print(f.get_loop() is loop, f.done(), f.cancelled())
    f.set_result("x")
    attempt(f.set_result, 1)
    attempt(f.set_exception, ValueError())
    print(f.cancel(), f.result(), f.exception(), f.done(), f.cancelled())

    g = loop.create_future()
    g.set_exception(KeyError)
    attempt(g.result)
    print(repr(g.exception()), g.cancelled(), g.cancel())
    h = loop.create_future()
    print(h.cancel("msg"), h.cancel(), h.done(), h.cancelled())
    attempt(h.result)
    attempt(h.exception)
    attempt(h.set_result, 1)

    attempt(asyncio.Future, 1)
    attempt(asyncio.Future, x=5)
    attempt(asyncio.Task)
    attempt(asyncio.Task, 5)
    attempt(asyncio.Task, print)
    attempt(asyncio.create_task, None)

    attempt(next, iter(f))
    k = loop.create_future()
    iterator = k.__await__()
    print(next(iterator) is k, k._asyncio_future_blocking)
    attempt(next, iterator)
    attempt(iterator.throw, ValueError("thrown"))
    k.set_exception(KeyError("k"))
    attempt(next, iter(k))


asyncio.run(main())
