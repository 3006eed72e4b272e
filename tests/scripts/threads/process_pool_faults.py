"""ProcessPoolExecutor where things go wrong: what cannot be passed, workers that die, initializers that fail, pools that are
shut down."""
import os
import signal
import sys
import threading
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool

counter = 0


class Awkward(Exception):
    """Needs two arguments, and tells the base class of one: it cannot be made again from that."""

    def __init__(self, one, two):
        super().__init__(one)


class NotMadeAgain:
    def __getstate__(self):
        return {"state": 1}

    def __setstate__(self, state):
        raise ValueError("not again")


class NotTaken:
    def __getstate__(self):
        raise ValueError("not to be taken")


def identity(value):
    return value


def return_lambda():
    return lambda: 1


def return_lock():
    return threading.Lock()


def return_not_made_again():
    return NotMadeAgain()


def raise_awkward():
    raise Awkward(1, 2)


def raise_with_lock():
    raise ValueError(threading.Lock())


def leave(status):
    sys.exit(status)


def interrupt():
    raise KeyboardInterrupt("in the worker")


def kill_myself():
    os.kill(os.getpid(), signal.SIGKILL)


def sleep(seconds):
    time.sleep(seconds)
    return seconds


def count():
    global counter
    counter += 1
    return counter


def fail_to_initialize():
    raise ValueError("no initializing")


def remember(value):
    global counter
    counter = value


def attempt(what, function):
    try:
        print(what, repr(function()))
    except BaseException as error:
        print(what, type(error).__module__, type(error).__name__, str(error)[:110])


def main():
    with ProcessPoolExecutor(1) as pool:
        attempt("lambda as function", pool.submit(lambda: 1).result)
        attempt("lambda as argument", pool.submit(identity, lambda: 1).result)
        attempt("lock as argument", pool.submit(identity, threading.Lock()).result)
        attempt("generator as argument", pool.submit(identity, (n for n in ())).result)
        attempt("not to be taken", pool.submit(identity, NotTaken()).result)
        attempt("lambda as result", pool.submit(return_lambda).result)
        attempt("lock as result", pool.submit(return_lock).result)
        attempt("exception that holds a lock", pool.submit(raise_with_lock).result)
        attempt("sys.exit()", pool.submit(leave, 3).result)
        attempt("KeyboardInterrupt", pool.submit(interrupt).result)
        attempt("still there", pool.submit(identity, 1).result)
        attempt("count", lambda: [pool.submit(count).result() for _ in range(3)])
        print("count here", counter)

    for broken in (return_not_made_again, raise_awkward):
        with ProcessPoolExecutor(1) as pool:
            attempt(broken.__name__, pool.submit(broken).result)
            attempt("afterwards", lambda: pool.submit(identity, 1).result())

    with ProcessPoolExecutor(2) as pool:
        worker = pool.submit(os.getpid).result()
        running = [pool.submit(sleep, 30), pool.submit(sleep, 30)]
        waiting = [pool.submit(identity, n) for n in range(6)]
        while not all(future.running() for future in running):
            time.sleep(0.01)
        start = time.monotonic()
        os.kill(worker, signal.SIGKILL)
        done, not_done = wait(running + waiting, timeout=20)
        print(len(done), len(not_done), {type(future.exception()).__name__ for future in done}, time.monotonic() - start < 10)
        attempt("submit", lambda: pool.submit(identity, 1))
        attempt("map", lambda: pool.map(identity, [1]))

    with ProcessPoolExecutor(1) as pool:
        attempt("kills itself", pool.submit(kill_myself).result)
        attempt("submit", lambda: pool.submit(identity, 1))

    with ProcessPoolExecutor(2) as pool:
        os.kill(pool.submit(os.getpid).result(), signal.SIGKILL)
        time.sleep(0.3)
        attempt("killed while idle", lambda: pool.submit(identity, 1))

    with ProcessPoolExecutor(1, initializer=remember, initargs=(41,)) as pool:
        attempt("initialized", pool.submit(count).result)
    with ProcessPoolExecutor(1, initializer=fail_to_initialize) as pool:
        attempt("initializer fails", pool.submit(identity, 1).result)
        attempt("submit", lambda: pool.submit(identity, 1))
    attempt("initializer is no function", lambda: ProcessPoolExecutor(initializer=1))
    attempt("no workers", lambda: ProcessPoolExecutor(-1))

    pool = ProcessPoolExecutor(1)
    futures = [pool.submit(sleep, 0.3)] + [pool.submit(identity, n) for n in range(5)]
    while not futures[0].running():
        time.sleep(0.01)
    pool.shutdown(wait=False, cancel_futures=True)
    attempt("after shutdown", lambda: pool.submit(identity, 1))
    print(futures[0].result(), futures[-1].cancelled())
    attempt("cancelled", futures[-1].result)
    pool.shutdown()

    with ProcessPoolExecutor(2) as pool:
        print(list(pool.map(pow, range(5), [2] * 4)), list(pool.map(identity, range(5), chunksize=2)))
        attempt("chunksize", lambda: pool.map(identity, [1], chunksize=0))
        attempt("timeout", lambda: list(pool.map(sleep, [0.5], timeout=0.01)))
        attempt("raises", lambda: list(pool.map(leave, [1])))


if __name__ == "__main__":
    main()
