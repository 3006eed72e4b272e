# python: 3.11
"""What a Thread refuses."""
import threading


def attempt(f):
    try:
        print(f())
    except (RuntimeError, AssertionError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


t = threading.Thread(target=lambda: None)
attempt(t.join)
t.start()
t.join()
attempt(t.start)
attempt(threading.current_thread().join)
attempt(lambda: threading.Thread(3))


class Forgetful(threading.Thread):
    def __init__(self):
        pass


attempt(lambda: Forgetful().start())
attempt(lambda: Forgetful().join())
attempt(lambda: Forgetful().is_alive())
attempt(lambda: repr(Forgetful()))

gate = threading.Event()
t = threading.Thread(target=gate.wait)
t.start()


def make_daemon():
    t.daemon = True


attempt(make_daemon)
gate.set()
t.join()
lock = threading.Lock()
attempt(lock.release)
attempt(lambda: lock.acquire(False, 1))
attempt(lambda: lock.acquire(timeout=-2))
attempt(lambda: lock.acquire(timeout="1"))
attempt(threading.RLock().release)
attempt(threading.Condition().notify)
attempt(threading.Condition().wait)
attempt(lambda: threading.Semaphore(-1))
attempt(threading.BoundedSemaphore(1).release)
attempt(lambda: threading.local(1))
