# Recursion: mutual, deep, on structures, and the limit.
import sys


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def permutations(xs):
    if not xs:
        return [[]]
    return [[x] + p for i, x in enumerate(xs) for p in permutations(xs[:i] + xs[i + 1:])]


def flatten(x):
    return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]


def gcd(a, b):
    return gcd(b, a % b) if b else a


print(fact(15), fact(20), even(100), odd(7), ackermann(2, 3), list(hanoi(3)))
print(permutations([1, 2, 3]), flatten([1, [2, [3, [4]], 5], []]), gcd(1071, 462))


def depth(n):
    return n if n == 0 else 1 + depth(n - 1)


print(depth(900), sys.getrecursionlimit())


def forever(n):
    return forever(n + 1)


try:
    forever(0)
except RecursionError as e:
    print(type(e).__name__, e, isinstance(e, RuntimeError))


class Loop:
    def __repr__(self):
        return f"<{self!r}>"

    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Loop().thing
except RecursionError as e:
    print("getattr:", str(e)[:32])
sys.setrecursionlimit(3000)
print(depth(2500), sys.getrecursionlimit())
sys.setrecursionlimit(1000)
try:
    depth(2500)
except RecursionError as e:
    print(e)
print(depth(500))
