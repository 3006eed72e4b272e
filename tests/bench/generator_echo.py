"""A generator is sent a value and answers with another, a million times over."""
from time import perf_counter


def echo():
    heard = None
    while True:
        heard = yield heard


def run(n):
    partner = echo()
    next(partner)
    total = 0
    for i in range(n):
        total += partner.send(i)
    partner.close()
    return total


start = perf_counter()
result = run(1000000)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
