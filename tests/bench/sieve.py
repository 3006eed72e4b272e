"""The primes below three million: list reads and slice writes."""
from time import perf_counter


def sieve(limit):
    flags = [True] * limit
    flags[0] = flags[1] = False
    i = 2
    while i * i < limit:
        if flags[i]:
            for multiple in range(i * i, limit, i):
                flags[multiple] = False
        i += 1
    return sum(1 for flag in flags if flag)


start = perf_counter()
result = sieve(3000000)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
