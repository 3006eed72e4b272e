"""ProcessPoolExecutor: calls made by forked copies of the program, on as many processors.

For each worker process a thread of the parent takes calls from a common queue, sends them through a pipe and
waits for the answer. When a process dies the pool is broken, and all that it has not done yet fails.
"""
import _processes
import _thread
import os
import signal
import threading
from concurrent.futures import _base
from concurrent.futures._transfer import dumps, loads
from queue import Empty, SimpleQueue

_pools = []


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class _RemoteTraceback(Exception):
    """The traceback in the worker process: the cause of an exception that came from there."""

    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


def _send(descriptor, data):
    data = b"%d:%s" % (len(data), data)
    while data:
        data = data[os.write(descriptor, data):]


def _receive(descriptor):
    """The next message; None: whoever would send one is gone."""
    head = b""
    while not head.endswith(b":"):
        byte = os.read(descriptor, 1)
        if not byte:
            return None
        head += byte
    parts, left = [], int(head[:-1])
    while left > 0:
        part = os.read(descriptor, left)
        if not part:
            return None
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _answer(call):
    """What becomes of a call, in the worker process: a message."""
    try:
        function, args, kwargs = loads(call)
        return dumps((True, function(*args, **kwargs), None))
    except BaseException as error:
        text = _thread._format_exception(error)
        try:
            return dumps((False, error, text))
        except Exception as unsendable:
            return dumps((False, unsendable, _thread._format_exception(unsendable)))


class _Worker:
    def __init__(self, pool, others):
        self.pool = pool
        self.calls, calls = os.pipe()
        answers, self.answers = os.pipe()
        self.inherited = [d for other in others for d in (other.to_process, other.from_process)]
        self.inherited += [calls, answers]
        self.to_process, self.from_process = calls, answers
        self.pid = _processes.start(self.run_process)
        os.close(self.calls)
        os.close(self.answers)

    def run_process(self):
        threading._after_fork()
        for descriptor in self.inherited:
            os.close(descriptor)
        if self.pool._initializer is not None:
            try:
                self.pool._initializer(*self.pool._initargs)
            except BaseException as error:
                _thread._report_exception("Exception in initializer:", error)
                return
        while True:
            call = _receive(self.calls)
            if call is None:
                return
            _send(self.answers, _answer(call))

    def serve(self):
        """In a thread of the parent."""
        queue = self.pool._work_queue
        while True:
            item = queue.get()
            if item is None:
                queue.put(None)
                break
            future, call = item
            if not future.set_running_or_notify_cancel():
                continue
            answer = self.ask(call)
            if answer is None:
                self.pool._break(future)
                break
            succeeded, value, text = loads(answer)
            if succeeded:
                future.set_result(value)
            else:
                value.__cause__ = _RemoteTraceback('\n"""\n%s"""' % text)
                future.set_exception(value)
            del item, future, call, answer, value
        os.close(self.to_process)
        os.close(self.from_process)
        os.waitpid(self.pid, 0)

    def ask(self, call):
        try:
            _send(self.to_process, call)
            return _receive(self.from_process)
        except OSError:
            return None


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if mp_context is not None or max_tasks_per_child is not None:
            raise NotImplementedError(
                "Bide has no multiprocessing: mp_context and max_tasks_per_child are not supported")
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._work_queue = SimpleQueue()
        self._workers = []
        self._threads = []
        self._broken = False
        self._shutdown = False
        self._lock = threading.RLock()

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._shutdown:
                raise RuntimeError("cannot schedule new futures after shutdown")
            if not self._workers:
                self._start()
            future = _base.Future()
            try:
                call = dumps((fn, args, kwargs))
            except Exception as error:
                future.set_running_or_notify_cancel()
                future.set_exception(error)
            else:
                self._work_queue.put((future, call))
            return future

    def _start(self):
        _pools.append(self)
        for _ in range(self._max_workers):
            self._workers.append(_Worker(self, self._workers))
        for worker in self._workers:
            thread = threading.Thread(target=worker.serve, daemon=True)
            self._threads.append(thread)
            thread.start()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        return super().map(fn, *iterables, timeout=timeout)

    def _break(self, future):
        with self._lock:
            first = not self._broken
            self._broken = "A child process terminated abruptly, the process pool is not usable anymore"
        self._fail(future)
        if first:
            for worker in self._workers:
                try:
                    os.kill(worker.pid, signal.SIGTERM)
                except ProcessLookupError:
                    pass
            for item in self._take_items():
                if item[0].set_running_or_notify_cancel():
                    self._fail(item[0])
            self._work_queue.put(None)

    def _fail(self, future):
        future.set_exception(BrokenProcessPool(
            "A process in the process pool was terminated abruptly while the future was running or pending."))

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
        with self._lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._take_items():
                    item[0].cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
            if self in _pools:
                _pools.remove(self)


def _finish_pools():
    for pool in list(_pools):
        pool.shutdown()


threading._register_atexit(_finish_pools)
