"""ThreadPoolExecutor: submit, map, names, errors, shutdown."""
import concurrent.futures
import threading
from concurrent.futures import ThreadPoolExecutor


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


def fail_at_two(n):
    if n == 2:
        raise KeyError(n)
    return n


with ThreadPoolExecutor(max_workers=2) as pool:
    print(pool.submit(pow, 2, 10).result(), pool.submit(int, "ff", base=16).result())
    print(list(pool.map(pow, [1, 2, 3], [2, 2, 2])))
    attempt(lambda: list(pool.map(fail_at_two, [1, 2, 3])))
    attempt(lambda: list(pool.map(threading.Event().wait, [0.3], timeout=0.01)))
    future = pool.submit(fail_at_two, 2)
    print(repr(future.exception()), future.done(), future.running(), future.cancel())
attempt(lambda: pool.submit(pow, 1, 1))
attempt(lambda: ThreadPoolExecutor(0))
attempt(lambda: ThreadPoolExecutor(initializer=1))
with ThreadPoolExecutor(1, thread_name_prefix="mine") as pool:
    print(pool.submit(lambda: threading.current_thread().name).result())
    gate, begun = threading.Event(), threading.Event()
    first = pool.submit(lambda: (begun.set(), gate.wait()))
    begun.wait()
    second, third = pool.submit(pow, 2, 2), pool.submit(pow, 2, 3)
    print(first.running(), second.running(), second.cancel(), second.cancelled(), first.cancel())
    done, not_done = concurrent.futures.wait([first, third], timeout=0.01)
    print(len(done), len(not_done))
    attempt(lambda: list(concurrent.futures.as_completed([first, third], timeout=0.01)))
    gate.set()
    done, not_done = concurrent.futures.wait([first, second, third])
    print(len(done), len(not_done), third.result())
    print([f.result() for f in concurrent.futures.as_completed([third])])
    attempt(second.result)


def initialize(name):
    local.name = name


local = threading.local()
with ThreadPoolExecutor(3, initializer=initialize, initargs=("set up",)) as pool:
    print(set(pool.map(lambda _: local.name, range(5))))
pool = ThreadPoolExecutor(1)
gate, begun = threading.Event(), threading.Event()
first = pool.submit(lambda: (begun.set(), gate.wait()))
begun.wait()
rest = [pool.submit(pow, 1, n) for n in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in rest])
gate.set()
print(first.result())
