# time: sleep moves the clocks; perf_counter, monotonic and time agree (on a virtual clock).
# bide: --virtual-time
import time

start = time.perf_counter()
time.sleep(1.5)
print(round(time.perf_counter() - start, 6))
t0, m0, p0 = time.time(), time.monotonic(), time.perf_counter()
for d in (0.25, 1, 0, 2):
    time.sleep(d)
    print(d, round(time.time() - t0, 6), round(time.monotonic() - m0, 6), round(time.perf_counter() - p0, 6))
for f in (lambda: time.sleep(-1), lambda: time.sleep("a"), lambda: time.sleep(None)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(time.sleep(0), isinstance(time.time(), float), isinstance(time.monotonic(), float), time.time() > 0)


def timed(f):
    def wrapper(*args):
        begin = time.perf_counter()
        result = f(*args)
        print(f"{f.__name__} took {time.perf_counter() - begin:.3f}")
        return result

    return wrapper


@timed
def work(n):
    for _ in range(n):
        time.sleep(0.125)
    return n


print(work(4), work(0), work(8))
