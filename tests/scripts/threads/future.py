# record: stderr
"""concurrent.futures.Future by itself: states, callbacks, errors."""
from concurrent.futures import CancelledError, Future, InvalidStateError


def attempt(f):
    try:
        print(f())
    except (CancelledError, InvalidStateError, TimeoutError, ValueError) as error:
        print(type(error).__name__, str(error)[:9])


def shown(f):
    return repr(f).split(" ", 3)[3]


f = Future()
print(shown(f), f.done(), f.running(), f.cancelled())
attempt(lambda: f.result(0))
attempt(lambda: f.exception(timeout=0.01))
f.add_done_callback(lambda f: print("first", f.result()))
f.add_done_callback(lambda f: print("second"))
print(f.set_running_or_notify_cancel(), shown(f), f.cancel())
f.set_result(3)
print(shown(f), f.result(), f.exception(), f.cancel())
f.add_done_callback(lambda f: print("late"))
attempt(lambda: f.set_result(4))
attempt(lambda: f.set_exception(ValueError()))
f = Future()
f.set_exception(ValueError("x"))
print(shown(f), repr(f.exception()))
attempt(f.result)
f = Future()
f.add_done_callback(lambda f: print("told of cancelling"))
print(f.cancel(), f.cancel(), shown(f), f.done())
attempt(f.result)
attempt(f.exception)
print(f.set_running_or_notify_cancel())
attempt(lambda: f.set_result(1))
