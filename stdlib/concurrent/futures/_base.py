"""Futures, waiting for several of them, and what executors have in common.

A future is told of by two roads: its condition, on which result() waits, and its waiters, objects that collect
finished futures for wait() and as_completed(). One that is cancelled counts as finished for these only once an
executor has taken notice of it.
"""
import _thread
import sys
import threading
from collections import namedtuple
from queue import Empty, SimpleQueue
from time import monotonic as _time

__all__ = ()

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

PENDING = "PENDING"
RUNNING = "RUNNING"
CANCELLED = "CANCELLED"
CANCELLED_AND_NOTIFIED = "CANCELLED_AND_NOTIFIED"
FINISHED = "FINISHED"

_SHOWN_STATES = {PENDING: "pending", RUNNING: "running", CANCELLED: "cancelled", CANCELLED_AND_NOTIFIED: "cancelled",
                 FINISHED: "finished"}


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    """The result of a call that another thread or process makes."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def __repr__(self):
        with self._condition:
            what = ""
            if self._state == FINISHED and self._exception:
                what = " raised " + type(self._exception).__name__
            elif self._state == FINISHED:
                what = " returned " + type(self._result).__name__
            return "<%s at %#x state=%s%s>" % (type(self).__name__, id(self), _SHOWN_STATES[self._state], what)

    def cancelled(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        return self._state == RUNNING

    def done(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def _is_finished(self):
        return self._state in (CANCELLED_AND_NOTIFIED, FINISHED)

    def cancel(self):
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state != PENDING:
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._call_callbacks()
        return True

    def _wait_until_done(self, timeout):
        """With the condition held."""
        if not self.done():
            self._condition.wait(timeout)
        if self.cancelled():
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        with self._condition:
            self._wait_until_done(timeout)
            if self._exception is not None:
                raise self._exception
            return self._result

    def exception(self, timeout=None):
        with self._condition:
            self._wait_until_done(timeout)
            return self._exception

    def add_done_callback(self, fn):
        with self._condition:
            if not self.done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _call_callbacks(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as error:
            _thread._report_exception("exception calling callback for %r" % self, error)

    # For executors.

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell_waiters()
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            print("Future %s in unexpected state: %s" % (id(self), self._state), file=sys.stderr)
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError("%s: %r" % (self._state, self))
            self._result = result
            self._exception = exception
            self._state = FINISHED
            self._tell_waiters()
            self._condition.notify_all()
        self._call_callbacks()

    def _tell_waiters(self):
        for waiter in self._waiters:
            waiter.add(self)


# ---- Waiting for several ----


class _Waiter:
    """Collects futures as they finish; the event is set when enough have."""

    def __init__(self, missing, return_when):
        self.lock = threading.Lock()
        self.event = threading.Event()
        self.missing = missing
        self.return_when = return_when
        self.finished = []

    def add(self, future):
        with self.lock:
            self.finished.append(future)
            self.missing -= 1
            failed = future._state == FINISHED and future._exception is not None
            if self.missing <= 0 or self.return_when == FIRST_COMPLETED or \
                    (self.return_when == FIRST_EXCEPTION and failed):
                self.event.set()

    def take(self):
        with self.lock:
            finished, self.finished = self.finished, []
            self.event.clear()
            return finished


class _AllHeld:
    """With the conditions of several futures acquired, in an order that all agree on."""

    def __init__(self, futures):
        self.futures = sorted(futures, key=id)

    def __enter__(self):
        for future in self.futures:
            future._condition.acquire()

    def __exit__(self, *args):
        for future in self.futures:
            future._condition.release()


def _install(futures, waiter):
    for future in futures:
        future._waiters.append(waiter)


def _uninstall(futures, waiter):
    for future in futures:
        with future._condition:
            future._waiters.remove(waiter)


DoneAndNotDoneFutures = namedtuple("DoneAndNotDoneFutures", "done not_done")


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    with _AllHeld(fs):
        done = {future for future in fs if future._is_finished()}
        not_done = fs - done
        if done and return_when == FIRST_COMPLETED:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when == FIRST_EXCEPTION and any(f._exception is not None for f in done if not f.cancelled()):
            return DoneAndNotDoneFutures(done, not_done)
        if not not_done:
            return DoneAndNotDoneFutures(done, not_done)
        if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError("Invalid return condition: %r" % return_when)
        waiter = _Waiter(len(not_done), return_when)
        _install(not_done, waiter)
    waiter.event.wait(timeout)
    _uninstall(not_done, waiter)
    done.update(waiter.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    end = None if timeout is None else _time() + timeout
    pending = dict.fromkeys(fs)
    total = len(pending)
    with _AllHeld(pending):
        finished = [future for future in pending if future._is_finished()]
        watched = [future for future in pending if not future._is_finished()]
        waiter = _Waiter(0, FIRST_COMPLETED)
        _install(watched, waiter)
    try:
        while True:
            finished.reverse()
            while finished:
                future = finished.pop()
                del pending[future]
                yield future
                future = None
            if not pending:
                return
            left = None if end is None else end - _time()
            if left is not None and left < 0:
                raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            waiter.event.wait(left)
            finished = waiter.take()
    finally:
        _uninstall(watched, waiter)


# ---- Executors ----


class Executor:
    """What makes calls elsewhere."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else _time() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return self._results(futures, end)

    def _results(self, futures, end):
        futures.reverse()
        try:
            while futures:
                if end is None:
                    yield self._result(futures.pop(), None)
                else:
                    yield self._result(futures.pop(), end - _time())
        finally:
            for future in futures:
                future.cancel()

    def _result(self, future, timeout):
        try:
            return future.result(timeout)
        finally:
            future.cancel()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


_pools = []  # executors with workers, which the end of the program waits for
_at_end = False


class WorkItem:
    """A future, and the call whose result it will have."""

    def __init__(self, future, call):
        self.future = future
        self.call = call


class PoolExecutor(Executor):
    """An executor whose workers take items from a queue, each worker in a thread. None in the queue is for all of them: it
    is the end. What a subclass adds is how workers are started and what they do, and `_broken`, the type of the error
    that is raised once the pool is."""

    def __init__(self, max_workers, initializer, initargs):
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._work_queue = SimpleQueue()
        self._idle = threading.Semaphore(0)  # counts workers that wait for an item
        self._threads = []
        self._why_broken = None
        self._shutdown = False
        self._lock = threading.RLock()

    def _check_open(self):
        """With the lock held: may a call be submitted?"""
        if self._why_broken:
            raise self._broken(self._why_broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _at_end:
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")

    def _add_thread(self, **options):
        if not self._threads:
            _pools.append(self)
        thread = threading.Thread(**options)
        self._threads.append(thread)
        thread.start()

    def _take_items(self):
        """All that no worker has begun."""
        items = []
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                return items
            if item is not None:
                items.append(item)

    def _next_item(self):
        """What a worker is to do next; None: nothing any more."""
        try:
            item = self._work_queue.get_nowait()
        except Empty:
            self._idle.release()
            item = self._work_queue.get()
        if item is None:
            self._work_queue.put(None)  # for the next worker
        return item

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._take_items():
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
            if self in _pools:
                _pools.remove(self)


def _finish_pools():
    global _at_end
    _at_end = True
    for pool in _pools:
        pool._work_queue.put(None)
    for pool in list(_pools):
        for thread in pool._threads:
            thread.join()


threading._register_atexit(_finish_pools)
