"""ThreadPoolExecutor and futures where things go wrong: initializers and callbacks that fail, exceptions that are no
Exception, order of callbacks, states, timeouts, what wait() and as_completed() make of cancelled futures."""
import concurrent.futures
import threading
import time
from concurrent.futures import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, CancelledError, Executor, Future, InvalidStateError,
    ThreadPoolExecutor, as_completed, wait,
)
from concurrent.futures.thread import BrokenThreadPool


def without_address(value):
    before, address, after = str(value).partition(" at 0x")
    return before + " ..." + after.partition(" ")[2] if address else before


def attempt(what, function):
    try:
        print(what, repr(function()))
    except BaseException as error:
        print(what, type(error).__module__, type(error).__name__, without_address(error))


def raises(error):
    raise error


def fails():
    raise ValueError("no initializing")


with ThreadPoolExecutor(1) as pool:
    for error in (SystemExit(3), KeyboardInterrupt("there"), GeneratorExit(), StopIteration(5)):
        attempt("raises", pool.submit(raises, error).result)
    attempt("still there", pool.submit(int, "5").result)
    attempt("no function", pool.submit(5).result)
    attempt("wrong arguments", pool.submit(int, "x", base=16).result)
    attempt("nothing", lambda: pool.submit())
    results = pool.map(raises, [ValueError(1), ValueError(2)])
    attempt("map", lambda: next(results))
    attempt("map goes on", lambda: next(results))
    attempt("map of nothing", lambda: list(pool.map(int, [])))
    attempt("map stops with the shortest", lambda: list(pool.map(pow, [1, 2, 3], [2, 2])))

pool = ThreadPoolExecutor(2, initializer=fails)
future = pool.submit(int)
attempt("initializer", future.result)
while not future.done():
    time.sleep(0.01)
attempt("afterwards", lambda: pool.submit(int))
pool.shutdown()
pool.shutdown()

future = Future()
for n in range(3):
    future.add_done_callback(lambda future, n=n: print("callback", n, future.result()))
future.add_done_callback(lambda future: raises(ValueError("in a callback")))
print(future.set_running_or_notify_cancel(), future.cancel(), future.running(), future.done())
future.set_result("result")
attempt("again", lambda: future.set_result(1))
attempt("exception, too", lambda: future.set_exception(ValueError()))
future.add_done_callback(lambda future: print("late callback"))
print(future.result(), future.exception(), future.cancel())

future = Future()
attempt("timeout", lambda: future.result(timeout=0.01))
attempt("timeout", lambda: future.exception(timeout=0))
future.add_done_callback(lambda future: print("cancelled", future.cancelled()))
print(future.cancel(), future.cancel(), future.done(), future.set_running_or_notify_cancel())
attempt("cancelled", future.result)
attempt("cancelled", future.exception)
attempt("cancelled", lambda: future.set_result(1))
attempt("twice", future.set_running_or_notify_cancel)

done, failed, pending, cancelled = futures = [Future() for _ in range(4)]
done.set_result(1)
failed.set_exception(KeyError("k"))
cancelled.cancel()
for mode in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
    finished, rest = wait(futures, timeout=0.02, return_when=mode)
    print(mode, [future in finished for future in futures], [future in rest for future in futures])
cancelled.set_running_or_notify_cancel()
print([future in wait(futures, timeout=0.02).done for future in futures])
attempt("bad mode", lambda: wait([pending], return_when="SOME"))
attempt("as_completed", lambda: sorted(future.cancelled() for future in as_completed([cancelled, done, done], timeout=1)))
attempt("as_completed", lambda: list(as_completed([pending], timeout=0.01)))
threading.Timer(0.05, pending.set_result, [7]).start()
attempt("as_completed", lambda: [future.result() for future in as_completed([pending])])
print(without_address(wait([done])), type(wait([])).__name__)
attempt("abstract", lambda: Executor().submit(int))
print(without_address(done), without_address(failed), without_address(pending), without_address(cancelled))
print(concurrent.futures.TimeoutError is TimeoutError, issubclass(BrokenThreadPool, concurrent.futures.BrokenExecutor))
