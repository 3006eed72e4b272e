"""A Timer calls a function later, unless it is cancelled."""
import threading

called = threading.Event()


def call(*args, **kwargs):
    print("called", args, kwargs, threading.current_thread().name)
    called.set()


t = threading.Timer(0.02, call, [1, 2], {"key": 3})
print(t.name, t.interval, str(t)[:22])
t.start()
called.wait()
t.join()
c = threading.Timer(60, call)
c.start()
c.cancel()
c.join()
print(c.finished.is_set(), c.is_alive())
