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
        self.ended = False
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
        while True:
            item = self.pool._next_item()
            if item is None:
                break
            if not item.future.set_running_or_notify_cancel():
                continue
            answer, error = self.ask(item.call), None
            if answer is not None:
                try:
                    answer = loads(answer)
                except Exception as error_here:
                    answer, error = None, error_here
            if answer is None:
                self.pool._break(item.future, error)
                break
            _settle(item.future, *answer)
            del item, answer
        os.close(self.to_process)
        os.close(self.from_process)
        with self.pool._lock:
            ended, self.ended = self.ended, True
        if not ended:
            os.waitpid(self.pid, 0)

    def has_died(self):
        """With the pool's lock held: has the process ended before its time?"""
        if not self.ended:
            self.ended = os.waitpid(self.pid, os.WNOHANG)[0] == self.pid
        return self.ended

    def ask(self, call):
        try:
            _send(self.to_process, call)
            return _receive(self.from_process)
        except OSError:
            return None


def _settle(future, succeeded, value, text):
    """Give a future what a worker process has answered."""
    if succeeded:
        future.set_result(value)
    else:
        value.__cause__ = _RemoteTraceback('\n"""\n%s"""' % text)
        future.set_exception(value)


class ProcessPoolExecutor(_base.PoolExecutor):
    _broken = BrokenProcessPool

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        if mp_context is not None or max_tasks_per_child is not None:
            raise NotImplementedError(
                "Bide has no multiprocessing: mp_context and max_tasks_per_child are not supported")
        super().__init__(os.cpu_count() or 1 if max_workers is None else max_workers, initializer, initargs)
        self._workers = []

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if not self._shutdown and any([worker.has_died() for worker in self._workers]):
                self._break(None, None)
            self._check_open()
            if not self._workers:
                self._start()
            future = _base.Future()
            try:
                call = dumps((fn, args, kwargs))
            except Exception as error:
                future.set_running_or_notify_cancel()
                future.set_exception(error)
            else:
                self._work_queue.put(_base.WorkItem(future, call))
            return future

    def _start(self):
        for _ in range(self._max_workers):
            self._workers.append(_Worker(self, self._workers))
        for worker in self._workers:
            self._add_thread(target=worker.serve, daemon=True)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        return super().map(fn, *iterables, timeout=timeout)

    def _break(self, future, error):
        """A worker has died in the midst of a call, or has answered with what cannot be made anew here (`error` tells)."""
        with self._lock:
            first = not self._why_broken
            self._why_broken = "A child process terminated abruptly, the process pool is not usable anymore"
            for worker in self._workers:
                if first and not worker.has_died():
                    os.kill(worker.pid, signal.SIGTERM)
        if future is not None:
            self._fail(future, error)
        if first:
            for item in self._take_items():
                if item.future.set_running_or_notify_cancel():
                    self._fail(item.future, error)
            self._work_queue.put(None)

    @staticmethod
    def _fail(future, error):
        broken = BrokenProcessPool(
            "A process in the process pool was terminated abruptly while the future was running or pending.")
        if error is not None:
            broken.__cause__ = _RemoteTraceback("\n'''\n%s'''" % _thread._format_exception(error))
        future.set_exception(broken)
