"""A generator under some levels of `yield from`: what does a level cost on each resume?"""
from time import perf_counter


def counter(n):
    for i in range(n):
        yield i


def wrapped(depth, n):
    if depth == 1:
        yield from counter(n)
    else:
        yield from wrapped(depth - 1, n)


def run(depth, n):
    total = 0
    for i in wrapped(depth, n):
        total += i
    return total


def measure(depth, n):
    start = perf_counter()
    result = run(depth, n)
    elapsed = perf_counter() - start
    print("result", result)
    print("seconds", elapsed)
