# functools: lru_cache and cache: hits, eviction, typed, info, clear, methods, exceptions.
from functools import lru_cache, cache


@lru_cache
def square(x):
    print("computing", x, end=" ")
    return x * x


print(square(2), square(3), square(2), square(2.0))
print(square.cache_info())
square.cache_clear()
print(square.cache_info(), square(2))


@lru_cache(maxsize=2)
def small(x):
    print("small", x, end=" ")
    return -x


print([small(x) for x in (1, 2, 1, 3, 2, 1, 3, 3)])
print(small.cache_info(), small.cache_info().hits, small.cache_parameters())


@lru_cache(maxsize=None, typed=True)
def typed(x, y=0, **kw):
    print("typed", repr(x), y, kw, end=" ")
    return x


print(typed(1), typed(1.0), typed(1), typed(1, 0), typed(1, y=0), typed(1, y=0), typed(1, a=1, b=2), typed(1, b=2, a=1), typed(1, a=1, b=2))
print(typed.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), [fib(n) for n in range(10)], fib.__name__, fib.__wrapped__(1))


@cache
def fails(x):
    print("called", x, end=" ")
    if x < 0:
        raise ValueError(f"negative {x}")
    return x


for x in (-1, -1, 1, 1):
    try:
        print(fails(x))
    except ValueError as e:
        print(e)
try:
    square([1])
except TypeError as e:
    print(e)


class Shape:
    def __init__(self, n):
        self.n = n

    @lru_cache(maxsize=10)
    def area(self, k=1):
        print("area", self.n, k, end=" ")
        return self.n * k

    @staticmethod
    @cache
    def shared(x):
        print("shared", x, end=" ")
        return x


a, b = Shape(2), Shape(3)
print(a.area(), a.area(), b.area(), a.area(k=2), a.area(2), Shape.area.cache_info(), Shape.shared(1), a.shared(1))


@lru_cache(maxsize=0)
def never(x):
    print("never cached", end=" ")
    return x


print(never(1), never(1), never.cache_info())
for bad in ("5", 2.5):
    try:
        lru_cache(maxsize=bad)(len)
    except TypeError as e:
        print(e)
print(lru_cache(maxsize=-5)(len).cache_info(), cache(len)((1, 2)))
