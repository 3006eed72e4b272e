# return and yield of tuples, stars, nothing; yield as an expression; yield from.
def nothing():
    return


def pair():
    return 1, 2


def starred(*args):
    return *args, "end"


def conditional(x):
    return "yes" if x else "no"


print(nothing(), pair(), starred(1, 2), conditional(0), (lambda: (yield))().__class__.__name__)


def expressions():
    x = yield
    print("got", x)
    y = (yield 1) or "none"
    print("got", y)
    z = [(yield 2), (yield 3)]
    print("got", z)
    print("argument", (yield 4) if (yield 5) else 6)
    yield 7, 8
    yield
    return "result"


g = expressions()
print(next(g), g.send("a"), g.send(None), g.send("b"), g.send("c"), g.send(1), g.send("d"), g.send(0))
try:
    next(g)
    next(g)
except StopIteration as e:
    print("returned", e.value)


def inner():
    received = yield "inner 1"
    print("inner got", received)
    return "inner result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [1, 2]
    yield from "ab"
    return (yield from inner())


g = outer()
print(next(g), g.send("x"), list(g))
print(list(x for x in (lambda: (yield 1))()), sum((yield_ for yield_ in [1, 2])))
