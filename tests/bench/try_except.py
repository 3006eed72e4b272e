"""Exceptions: a try that does not raise, one that does, and one two calls deep."""
from time import perf_counter


class Odd(Exception):
    pass


def check(n):
    if n & 1:
        raise Odd(n)
    return n


def guarded(n):
    try:
        return check(n)
    finally:
        pass


def run(n):
    fine = caught = 0
    for i in range(n):
        try:
            guarded(i)
        except Odd as error:
            caught += error.args[0] & 3
        else:
            fine += 1
    return fine, caught


start = perf_counter()
result = run(300000)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
