# Generator expressions: when parts are evaluated, nesting, scope, arguments.
log = []


def note(x):
    log.append(x)
    return x


g = (note(x) for x in note([1, 2]))
print(log)
print(next(g), log, list(g), log)
print(sum(x * x for x in range(4)), max((len(w), w) for w in ["a", "abc", "ab"]), ",".join(str(x) for x in range(3)))
print(sorted((-x for x in range(3)), reverse=True), dict((x, x * 2) for x in "ab"), set(x % 2 for x in range(5)), tuple(x for x in "hi"))
print(list((x, y) for x in range(2) for y in range(x + 1)), list(x for x in range(10) if x % 2 if x > 4))
print(list(list(y for y in range(x)) for x in range(3)), all(x < 5 for x in range(3)), any(x > 5 for x in range(3)))
n = 10
g = (x + n for x in range(3))
n = 100
print(list(g))
items = [1, 2, 3]
g = (x for x in items)
items = [9]
print(list(g))
items = [1, 2]
g = (x for x in items)
items.append(3)
print(list(g))


def closure():
    fs = [lambda: i for i in range(3)]
    gs = list((lambda: j) for j in range(3))
    hs = [f() for f in ((lambda: k) for k in range(3))]
    return [f() for f in fs], [f() for f in gs], hs


print(closure())


class C:
    data = [1, 2]
    g = (x for x in data)


print(list(C.g))
g = (x for x in [1, 2, 3])
print(2 in g, list(g), 5 in g)
g = (x for x in range(5))
print(list(zip(g, g)), next(g, "end"))
a, *b = (x for x in "xyz")
print(a, b)
g = (1 / x for x in (1, 0, 2))
print(next(g))
try:
    next(g)
except ZeroDivisionError as e:
    print(e, list(g))
g = ((yield_ := x) for x in range(3))
print(list(g), yield_)
total = sum(x for x in (y for y in (z for z in range(5))))
print(total, [*(x for x in "ab")], {**{k: 1 for k in "a"}}, print(*(x for x in range(3)), sep="|"))


def f(it, extra=None):
    return list(it), extra


print(f(x for x in range(2)), f((x for x in range(2)), 5), f((x for x in "a"), extra=(y for y in ()).__name__))
try:
    f(x for x in 5)
except TypeError as e:
    print(e)
