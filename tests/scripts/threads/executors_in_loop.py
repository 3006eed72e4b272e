"""Executors in an event loop: to_thread(), run_in_executor(), the default one, contexts, cancelling, futures of both kinds."""
import asyncio
import concurrent.futures
import contextvars
import functools
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

variable = contextvars.ContextVar("variable", default="not set")


async def attempt(what, awaitable):
    try:
        print(what, repr(await awaitable))
    except (Exception, asyncio.CancelledError) as error:
        print(what, type(error).__module__, type(error).__name__, error)


def name():
    return threading.current_thread().name


def raises(error):
    raise error


async def main():
    loop = asyncio.get_running_loop()
    variable.set("set")
    await attempt("arguments", asyncio.to_thread(int, "ff", base=16))
    await attempt("name", asyncio.to_thread(name))
    await attempt("to_thread has the context", asyncio.to_thread(variable.get))
    await attempt("run_in_executor has not", loop.run_in_executor(None, variable.get))
    await attempt("raises", asyncio.to_thread(raises, ValueError(1)))
    for executor in (5, ProcessPoolExecutor(1)):
        try:
            loop.set_default_executor(executor)
        except TypeError as error:
            print(error)

    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix="mine"))
    await attempt("name", asyncio.to_thread(name))
    gate = threading.Event()
    first, second = loop.run_in_executor(None, gate.wait), loop.run_in_executor(None, int)
    print(type(first).__name__, first.done(), second.cancel())
    gate.set()
    await attempt("first", first)
    await attempt("second", second)
    try:
        await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.1), 0.01)
    except TimeoutError as error:
        print(repr(error))
    with ThreadPoolExecutor(3) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, functools.partial(pow, n, 2)) for n in range(5)]))
        for each in asyncio.as_completed([loop.run_in_executor(pool, int, "1")]):
            print(await each)
    try:
        loop.run_in_executor(pool, int)
    except RuntimeError as error:
        print(error)

    other = concurrent.futures.Future()
    mine = asyncio.wrap_future(other)
    threading.Timer(0.01, other.set_result, [9]).start()
    print(await mine, asyncio.wrap_future(mine) is mine)
    other = concurrent.futures.Future()
    asyncio.wrap_future(other).cancel()
    await asyncio.sleep(0)
    print(other.cancelled())
    other = concurrent.futures.Future()
    mine = asyncio.wrap_future(other)
    other.cancel()
    await attempt("cancelled there", mine)

    def in_thread():
        print(asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "slept"), loop).result(5))
        try:
            asyncio.run_coroutine_threadsafe(5, loop)
        except TypeError as error:
            print(error)

    await asyncio.to_thread(in_thread)
    await loop.shutdown_default_executor()
    await attempt("after shutdown", asyncio.to_thread(int))


asyncio.run(main())
