"""Plain arithmetic in a while loop."""
from time import perf_counter


def longest(limit):
    best = best_length = 0
    for start in range(1, limit):
        n = start
        length = 1
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            length += 1
        if length > best_length:
            best, best_length = start, length
    return best, best_length


start = perf_counter()
result = longest(60000)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
