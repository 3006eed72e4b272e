"""ThreadPoolExecutor: calls made by a few threads, which take them from a queue."""
import _thread
import os
import threading
from concurrent.futures import _base
from itertools import count
from queue import Empty, SimpleQueue

_pools = []  # those with threads, which the end of the program waits for
_pool_numbers = count()


class BrokenThreadPool(_base.BrokenExecutor):
    pass


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
        else:
            self.future.set_result(result)


class ThreadPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._work_queue = SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._threads = []
        self._broken = None
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or "ThreadPoolExecutor-%d" % next(_pool_numbers)
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if _at_end:
                raise RuntimeError("cannot schedule new futures after interpreter shutdown")
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._add_thread()
            return future

    def _add_thread(self):
        """An idle thread takes the new item, or else another thread is started, while there may be more."""
        if self._idle.acquire(blocking=False) or len(self._threads) >= self._max_workers:
            return
        if not self._threads:
            _pools.append(self)
        name = "%s_%d" % (self._thread_name_prefix, len(self._threads))
        thread = threading.Thread(name=name, target=self._work)
        self._threads.append(thread)
        thread.start()

    def _work(self):
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException as error:
                _thread._report_exception("Exception in initializer:", error)
                self._break()
                return
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                self._idle.release()
                item = self._work_queue.get()
            if item is None:
                self._work_queue.put(None)  # for the next thread
                return
            item.run()
            del item

    def _break(self):
        with self._shutdown_lock:
            self._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for item in self._take_items():
                item.future.set_exception(BrokenThreadPool(self._broken))

    def _take_items(self):
        items = []
        while True:
            try:
                item = self._work_queue.get_nowait()
            except Empty:
                return items
            if item is not None:
                items.append(item)

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
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


_at_end = False


def _finish_pools():
    global _at_end
    _at_end = True
    for pool in _pools:
        pool._work_queue.put(None)
    for pool in list(_pools):
        for thread in pool._threads:
            thread.join()


threading._register_atexit(_finish_pools)
