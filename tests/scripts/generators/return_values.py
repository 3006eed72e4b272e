# return in a generator: the value of StopIteration, and of yield from.
def gen(value, n=0):
    for i in range(n):
        yield i
    return value


for v in (None, 0, "text", (1, 2), [3], {"k": 1}, StopIteration(5), ValueError("v"), ((1,),)):
    g = gen(v)
    try:
        next(g)
    except StopIteration as e:
        print(repr(e.value), repr(e.args), repr(e))


def bare():
    yield 1
    return


def both():
    if (yield 1):
        return "yes"


def nothing():
    return
    yield


for f in (bare, both, nothing):
    g = f()
    out = []
    try:
        while True:
            out.append(next(g))
    except StopIteration as e:
        print(f.__name__, out, e.value, e.args)


def outer():
    a = yield from gen("A", 2)
    b = yield from gen((1, 2))
    c = yield from gen(None, 1)
    d = yield from [7, 8]
    return a, b, c, d


g = outer()
out = []
while True:
    try:
        out.append(next(g))
    except StopIteration as e:
        print(out, e.value)
        break


def from_finally():
    try:
        yield 1
        return "try"
    finally:
        return "finally"


def from_except():
    try:
        yield 1
    except ValueError as e:
        return f"caught {e}"
    else:
        return "else"


g = from_finally()
next(g)
try:
    next(g)
except StopIteration as e:
    print(e.value)
g = from_except()
next(g)
try:
    g.throw(ValueError("x"))
except StopIteration as e:
    print(e.value)
g = from_except()
next(g)
try:
    next(g)
except StopIteration as e:
    print(e.value)
for x in gen("ignored by for", 2):
    print(x, end=" ")
print(list(gen("ignored", 3)), sum(gen("ignored", 4)))
