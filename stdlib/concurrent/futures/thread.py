"""ThreadPoolExecutor: calls made by a few threads, which take them from a queue."""
import _thread
import os
import threading
from concurrent.futures import _base
from itertools import count

_pool_numbers = count()


class BrokenThreadPool(_base.BrokenExecutor):
    pass


class ThreadPoolExecutor(_base.PoolExecutor):
    _broken = BrokenThreadPool

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        super().__init__(min(32, (os.cpu_count() or 1) + 4) if max_workers is None else max_workers, initializer, initargs)
        self._thread_name_prefix = thread_name_prefix or "ThreadPoolExecutor-%d" % next(_pool_numbers)

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            self._check_open()
            future = _base.Future()
            self._work_queue.put(_base.WorkItem(future, (fn, args, kwargs)))
            # An idle thread takes it, or else another thread is started, while there may be more.
            if not self._idle.acquire(blocking=False) and len(self._threads) < self._max_workers:
                self._add_thread(name="%s_%d" % (self._thread_name_prefix, len(self._threads)), target=self._work)
            return future

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException as error:
                _thread._report_exception("Exception in initializer:", error)
                self._break()
                return
        while True:
            item = self._next_item()
            if item is None:
                return
            _run(item)
            del item

    def _break(self):
        with self._lock:
            self._why_broken = "A thread initializer failed, the thread pool is not usable anymore"
            for item in self._take_items():
                item.future.set_exception(BrokenThreadPool(self._why_broken))


def _run(item):
    if not item.future.set_running_or_notify_cancel():
        return
    function, args, kwargs = item.call
    try:
        result = function(*args, **kwargs)
    except BaseException as error:
        item.future.set_exception(error)
    else:
        item.future.set_result(result)
