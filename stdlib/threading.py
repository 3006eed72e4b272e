"""Threads, and what they wait for one another with."""
import _thread
from _collections import deque
from _thread import RLock, TIMEOUT_MAX, _local as local, get_ident, get_native_id
from itertools import count as _count
from time import monotonic as _time

__all__ = ["get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX",
           "Event", "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError",
           "Timer", "ThreadError", "ExceptHookArgs", "excepthook", "local", "get_native_id"]

Lock = _thread.allocate_lock
ThreadError = _thread.error


class _ExceptHookArgs(tuple):
    """What threading.excepthook() is handed: an exception that nobody caught, and its thread."""

    __module__ = "_thread"

    def __new__(cls, fields):
        fields = tuple(fields)
        if len(fields) != 4:
            raise TypeError("_thread._ExceptHookArgs() takes a 4-sequence (%d-sequence given)" % len(fields))
        return super().__new__(cls, fields)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return "_thread._ExceptHookArgs(exc_type=%r, exc_value=%r, exc_traceback=%r, thread=%r)" % tuple(self)


ExceptHookArgs = _ExceptHookArgs


def excepthook(args, /):
    """Reports an exception that nobody caught in a thread."""
    if args.exc_type is not SystemExit:
        name = args.thread.name if args.thread is not None else get_ident()
        _thread._report_exception("Exception in thread %s:" % name, args.exc_value)


__excepthook__ = excepthook


# ---- What threads wait for one another with ----


class Condition:
    """Threads wait until another one, holding the same lock, says that something has changed."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ("_release_save", "_acquire_restore", "_is_owned"):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return "<Condition(%s, %d)>" % (self._lock, len(self._waiters))

    # For locks that cannot be acquired twice; an RLock brings its own.

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        turn = Lock()
        turn.acquire()
        self._waiters.append(turn)
        saved = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = turn.acquire()
            elif timeout > 0:
                notified = turn.acquire(True, timeout)
            else:
                notified = turn.acquire(False)
            return notified
        finally:
            # A signal's exception may come now, even before the call: the lock is taken back all the same, since
            # whoever waits is about to release it.
            try:
                self._acquire_restore(saved)
            except BaseException:
                self._acquire_restore(saved)
                raise
            if not notified:
                try:
                    self._waiters.remove(turn)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else _time() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - _time()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        while waiters and n > 0:
            turn = waiters.popleft()
            try:
                turn.release()
            except RuntimeError:
                continue  # its thread was interrupted and has not taken it out yet
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all


class Semaphore:
    """A number that acquire() counts down, waiting when it is 0, and release() counts up."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return "<%s.%s at %#x: value=%s>" % (type(self).__module__, type(self).__qualname__, id(self), self._value)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout
                    timeout = end - _time()
                    if timeout <= 0:
                        return False
                self._cond.wait(timeout)
            self._value -= 1
            return True

    __enter__ = acquire

    def __exit__(self, t, v, tb):
        self.release()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            self._value += n
            self._cond.notify(n)


class BoundedSemaphore(Semaphore):
    """A semaphore that is not released more often than it was acquired."""

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return "%s/%s>" % (super().__repr__()[:-1], self._initial_value)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError("Semaphore released too many times")
            self._value += n
            self._cond.notify(n)


class Event:
    """A flag to wait for."""

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return "<%s.%s at %#x: %s>" % (type(self).__module__, type(self).__qualname__, id(self),
                                       "set" if self._flag else "unset")

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            if self._flag:
                return True
            return self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """Holds threads back until so many have come, then lets all of them go; again and again.

    _state is "filling" while they come, "draining" while they go, "resetting" while those that were waiting
    leave with an error, and "broken".
    """

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = "filling"
        self._inside = 0

    def __repr__(self):
        name = "%s.%s" % (type(self).__module__, type(self).__qualname__)
        if self.broken:
            return "<%s at %#x: broken>" % (name, id(self))
        return "<%s at %#x: waiters=%d/%d>" % (name, id(self), self.n_waiting, self.parties)

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in ("draining", "resetting"):
                self._cond.wait()
            if self._state == "broken":
                raise BrokenBarrierError
            place = self._inside
            self._inside += 1
            try:
                if place + 1 == self._parties:
                    self._let_go()
                else:
                    self._wait_for_rest(timeout)
                return place
            finally:
                self._inside -= 1
                if self._inside == 0 and self._state in ("draining", "resetting"):
                    self._state = "filling"
                    self._cond.notify_all()

    def _let_go(self):
        try:
            if self._action:
                self._action()
        except:
            self._break()
            raise
        self._state = "draining"
        self._cond.notify_all()

    def _wait_for_rest(self, timeout):
        if not self._cond.wait_for(lambda: self._state != "filling", timeout):
            self._break()
            raise BrokenBarrierError
        if self._state != "draining":
            raise BrokenBarrierError

    def _break(self):
        self._state = "broken"
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._inside == 0:
                self._state = "filling"
            elif self._state in ("filling", "broken"):
                self._state = "resetting"
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._inside if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"


# ---- Threads ----

_active = {}  # identity: Thread, of all that have begun and not ended
_numbers = _count(1)
_dummy_numbers = _count(1)


class Thread:
    """Something to run beside the thread that starts it."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = "Thread-%d" % next(_numbers)
            if target is not None:
                try:
                    name += " (%s)" % target.__name__
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._handle = None
        self._is_stopped = False
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        if self._is_stopped:
            status = "stopped"
        else:
            status = "initial" if self._ident is None else "started"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %s" % self._ident
        return "<%s(%s, %s)>" % (type(self).__name__, self._name, status)

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._ident is not None:
            raise RuntimeError("threads can only be started once")
        self._handle = _thread.start_joinable_thread(self._bootstrap)
        _started.append(self)
        if len(_started) > 64 and len(_started) > 2 * len(_active):
            _started[:] = [thread for thread in _started if not thread._is_stopped]

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        _active[self._ident] = self
        _thread._announce()  # start() goes on
        try:
            self.run()
        except BaseException as exception:
            self._report(exception)
        finally:
            del _active[self._ident]
            self._is_stopped = True

    def _report(self, exception):
        args = ExceptHookArgs((type(exception), exception, exception.__traceback__, self))
        try:
            excepthook(args)
        except BaseException as error:
            _thread._report_exception("Exception in threading.excepthook:", error)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._ident is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if self._handle:
            self._handle.join(timeout)

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident is not None and not self._is_stopped

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._ident is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic


class Timer(Thread):
    """A thread that calls a function some seconds after it was started, unless it is cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        self._name = "MainThread"
        self._daemonic = False
        self._ident = _thread._get_main_thread_ident()
        self._native_id = get_native_id()
        self._handle = None
        self._is_stopped = False
        self._initialized = True
        _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that _thread.start_new_thread() started."""

    def __init__(self):
        super().__init__(name="Dummy-%d" % next(_dummy_numbers), daemon=True)
        self._ident = get_ident()
        self._native_id = get_native_id()
        _active[self._ident] = self

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def current_thread():
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


currentThread = current_thread


def active_count():
    return len(_active)


activeCount = active_count


def enumerate():
    return list(_active.values())


def main_thread():
    return _main_thread


_started = []  # those that may have to be waited for at the end of the program
_at_shutdown = []
_main_thread = _MainThread()


def _register_atexit(function, *args, **kwargs):
    """Has a function called when the main program has ended, before its threads are waited for."""
    _at_shutdown.append((function, args, kwargs))


def _after_fork():
    """In a forked process: the thread that forked is the only one, and the main thread."""
    global _main_thread
    _active.clear()
    _started.clear()
    _at_shutdown.clear()
    _main_thread = _MainThread()


def _shutdown():
    """The end of the main program: waits for all threads but daemons."""
    _main_thread._is_stopped = True
    while _at_shutdown:
        function, args, kwargs = _at_shutdown.pop()
        function(*args, **kwargs)
    while _started:
        thread = _started.pop(0)
        if not thread._daemonic:
            thread._handle.join()
