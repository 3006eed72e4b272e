"""countdowns THREADS: three countdowns that block for 0.3 s each, in so many threads."""
import sys
import time
from concurrent.futures import ThreadPoolExecutor


def countdown(name):
    for _ in range(3):
        time.sleep(0.1)
    return name


with ThreadPoolExecutor(int(sys.argv[1])) as pool:
    start = time.perf_counter()
    assert list(pool.map(countdown, "abc")) == ["a", "b", "c"]
    print("seconds", time.perf_counter() - start)
