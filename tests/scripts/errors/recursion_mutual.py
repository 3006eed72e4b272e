# Endless recursion through two functions: caught, then an ordinary error below a short recursion.
# record: stderr
import sys

sys.setrecursionlimit(60)


def ping(n):
    return pong(n)


def pong(n):
    return ping(n + 1)


try:
    ping(0)
except RecursionError as e:
    print(e)


def count(n):
    if n == 0:
        raise ValueError("at the bottom")
    return count(n - 1)


count(3)
