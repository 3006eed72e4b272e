"""primes PROCESSES: three checks of one prime number, in so many processes; 0: in this one."""
import sys
import time
from concurrent.futures import ProcessPoolExecutor

PRIME = 1_000_000_000_000_037


def smallest_factor(number):
    factor = 3
    while factor * factor <= number:
        if number % factor == 0:
            return factor
        factor += 2
    return number


if __name__ == "__main__":
    start = time.perf_counter()
    if sys.argv[1] == "0":
        factors = [smallest_factor(PRIME) for _ in range(3)]
    else:
        with ProcessPoolExecutor(int(sys.argv[1])) as pool:
            factors = list(pool.map(smallest_factor, [PRIME] * 3))
    assert factors == [PRIME] * 3
    print("seconds", time.perf_counter() - start)
