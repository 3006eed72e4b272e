"""What asyncio does with threads: executors, and futures that threads and event loops share.

The loop's methods of these names call the functions here with the loop as their first argument.
"""
import asyncio
import concurrent.futures
import contextvars
import functools
import threading


class _Executors:
    """What a loop keeps: its default executor."""

    def __init__(self, default):
        self.default = default


# ---- Futures of both kinds ----


def _loop_of(future):
    return future.get_loop() if asyncio.isfuture(future) else None


def _copy(source, target):
    """Finishes `target`, which is pending, as `source` has ended."""
    if asyncio.isfuture(target):
        if target.cancelled():
            return
        if source.cancelled():
            target.cancel()
            return
    else:
        if source.cancelled():
            target.cancel()
        if not target.set_running_or_notify_cancel():
            return
    exception = source.exception()
    if exception is None:
        target.set_result(source.result())
    else:
        target.set_exception(_converted(exception) if asyncio.isfuture(target) else exception)


def _converted(exception):
    """An exception of concurrent.futures as asyncio has it."""
    if type(exception) is concurrent.futures.CancelledError:
        return asyncio.CancelledError(*exception.args)
    if type(exception) is concurrent.futures.InvalidStateError:
        return asyncio.InvalidStateError(*exception.args)
    return exception


def _chain(source, target):
    """Has `target` end as `source` does, and cancels `source` when `target` is cancelled."""
    source_loop, target_loop = _loop_of(source), _loop_of(target)

    def target_done(target):
        if target.cancelled():
            if source_loop is None or source_loop is target_loop:
                source.cancel()
            else:
                source_loop.call_soon_threadsafe(source.cancel)

    def source_done(source):
        if target_loop is None or target_loop is source_loop:
            _copy(source, target)
        elif not target_loop.is_closed():
            target_loop.call_soon_threadsafe(_copy, source, target)

    target.add_done_callback(target_done)
    source.add_done_callback(source_done)


def wrap_future(future, *, loop=None):
    if asyncio.isfuture(future):
        return future
    assert isinstance(future, concurrent.futures.Future), "concurrent.futures.Future is expected, got %r" % (future,)
    if loop is None:
        loop = asyncio.get_event_loop()
    wrapped = loop.create_future()
    _chain(future, wrapped)
    return wrapped


def run_coroutine_threadsafe(coro, loop):
    if not asyncio.iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = concurrent.futures.Future()

    def start():
        try:
            _chain(asyncio.ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(start)
    return future


# ---- Executors ----


def run_in_executor(loop, executor, func, *args):
    if loop.is_closed():
        raise RuntimeError("Event loop is closed")
    if executor is None:
        executors = loop._get_executors()
        if executors is False:
            raise RuntimeError("Executor shutdown has been called")
        if executors is None:
            executors = _Executors(concurrent.futures.ThreadPoolExecutor(thread_name_prefix="asyncio"))
            loop._set_executors(executors)
        executor = executors.default
    return wrap_future(executor.submit(func, *args), loop=loop)


def set_default_executor(loop, executor):
    if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
        raise TypeError("executor must be ThreadPoolExecutor instance")
    loop._set_executors(_Executors(executor))


async def shutdown_default_executor(loop, timeout=None):
    executor = loop._get_executors().default
    loop._set_executors(False)
    done = loop.create_future()

    def shut_down():
        try:
            executor.shutdown(wait=True)
            if not loop.is_closed():
                loop.call_soon_threadsafe(_set_unless_done, done, None)
        except Exception as error:
            if not loop.is_closed():
                loop.call_soon_threadsafe(_fail_unless_done, done, error)

    thread = threading.Thread(target=shut_down)
    thread.start()
    try:
        if timeout is None:
            await done
        else:
            async with asyncio.timeout(timeout):
                await done
    finally:
        if done.done() and not done.cancelled():
            thread.join()
        else:
            executor.shutdown(wait=False)


def _set_unless_done(future, result):
    if not future.done():
        future.set_result(result)


def _fail_unless_done(future, error):
    if not future.done():
        future.set_exception(error)


def close_executor(loop):
    executor = loop._get_executors().default
    loop._set_executors(False)
    executor.shutdown(wait=False)


async def to_thread(func, /, *args, **kwargs):
    loop = asyncio.get_running_loop()
    call = functools.partial(contextvars.copy_context().run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)
