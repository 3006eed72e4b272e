"""Four generators, each feeding the next: values trickle through one at a time."""
from time import perf_counter


def numbers(n):
    for i in range(n):
        yield i


def odd(source):
    for x in source:
        if x & 1:
            yield x


def scaled(source, factor):
    for x in source:
        yield x * factor


def pairs(source):
    before = 0
    for x in source:
        yield before + x
        before = x


def run(n):
    total = 0
    for x in pairs(scaled(odd(numbers(n)), 3)):
        total += x
    return total


start = perf_counter()
result = run(600000)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
