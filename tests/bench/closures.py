"""Functions that carry state: counters, and a composition of lambdas."""
from time import perf_counter


def make_counter(step):
    count = 0

    def increase():
        nonlocal count
        count += step
        return count
    return increase


def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x
    return composed


def run(n):
    counters = [make_counter(step) for step in range(5)]
    mix = compose(lambda x: x + 1, lambda x: x * 2, lambda x: x - 3)
    total = 0
    for i in range(n):
        total += counters[i % 5]() + mix(i)
    return total


start = perf_counter()
result = run(300000)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
