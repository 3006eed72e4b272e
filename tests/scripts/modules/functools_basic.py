# functools: reduce, partial, wraps.
from functools import partial, reduce, wraps

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [1, 2, 3, 4], 10), reduce(max, "hello"), reduce(lambda a, b: b + a, "abc", ""), reduce(lambda a, b: a, [], "initial"), reduce(lambda a, b: (a, b), range(4)))
for f in (lambda: reduce(lambda a, b: a, []), lambda: reduce(lambda a, b: a), lambda: reduce(max, 5), lambda: reduce(lambda a: a, [1, 2])):
    try:
        print(f())
    except TypeError as e:
        print(e)


def show(*args, **kw):
    return args, kw


p = partial(show, 1, 2, k=3)
print(p(), p(9), p(k=4), p(8, z=5), p.func is show, p.args, p.keywords)
q = partial(p, 3, j=6)
print(q(4), q.func is show, q.args, q.keywords)
int2 = partial(int, base=2)
print(int2("101"), int2("11"), partial(print, "a", sep="-")("b"), list(map(partial(pow, 2), range(5))), callable(p), type(p).__name__)
p.attr = "partials have attributes"
print(p.attr)
for f in (lambda: partial(), lambda: partial(5), lambda: partial(len)(), lambda: partial(len, [])(1)):
    try:
        print(f())
    except TypeError as e:
        print(e)


def deco(f):
    @wraps(f)
    def wrapper(*args, **kw):
        """wrapper doc"""
        return f(*args, **kw) * 2

    return wrapper


@deco
def original(a: int, b=2) -> int:
    """original doc"""
    return a + b


original.tag = "t"
print(original(1), original.__name__, original.__doc__, original.__qualname__, original.__annotations__, original.__wrapped__(1), original.__module__)


@deco
def second():
    return [1]


print(second(), second.__name__, second.__doc__, second.__wrapped__.__name__)


class C:
    def __init__(self, n):
        self.n = n

    @deco
    def m(self, x):
        """method doc"""
        return self.n + x

    add = partial(lambda a, b: (a, b), "fixed")


print(C(5).m(1), C.m.__doc__, C(1).m.__name__, C(1).add("not bound"), list(map(partial(max, 3), [1, 5])))
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(str.strip, str.upper, len)("  abc "), compose(lambda x: x + 1, lambda x: x * 2)(3))
print(reduce(lambda d, kv: {**d, kv[0]: kv[1]}, [("a", 1), ("b", 2)], {}), reduce(lambda a, b: a * 10 + b, [1, 2, 3]))
