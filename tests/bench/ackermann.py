"""Deep plain recursion."""
from time import perf_counter


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def run():
    return sum(ackermann(2, n) for n in range(120))


start = perf_counter()
result = run()
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
