# Delegation hundreds deep: values, exceptions, closing and results pass through all of it.
DEPTH = 500


def chain(n):
    if n == 0:
        total = 0
        while True:
            try:
                x = yield total
            except ValueError as e:
                x = e.args[0] * 1000
            if x is None:
                return total
            total += x
    else:
        result = yield from chain(n - 1)
        return result + 1


g = chain(DEPTH)
print(next(g), g.send(5), g.send(6), g.throw(ValueError(2)), g.send(1))
try:
    next(g)
except StopIteration as e:
    print("result", e.value)

unwound = []


def with_finally(n):
    try:
        if n:
            yield from with_finally(n - 1)
        else:
            yield "deep"
    finally:
        unwound.append(n)


g = with_finally(DEPTH)
print(next(g))
g.close()
print(len(unwound), unwound[:3], unwound[-3:])
unwound.clear()
g = with_finally(DEPTH)
next(g)
try:
    g.throw(KeyError("through"))
except KeyError as e:
    print(repr(e), len(unwound))


def catches_at(n, where):
    try:
        if n:
            return (yield from catches_at(n - 1, where)) + 1
        yield "ready"
    except KeyError:
        if n != where:
            raise
        return 1000
    return 0


for where in (0, 100, DEPTH):
    g = catches_at(DEPTH, where)
    next(g)
    try:
        g.throw(KeyError)
    except StopIteration as e:
        print(where, e.value)


def build(depth):
    def leaf():
        for i in range(3):
            yield i

    def wrap(g):
        yield from g

    g = leaf()
    for _ in range(depth):
        g = wrap(g)
    return g


print(list(build(900)))


def mixed(n):
    if n == 0:
        yield "bottom"
    elif n % 3 == 0:
        for x in mixed(n - 1):
            yield x
    elif n % 3 == 1:
        yield from mixed(n - 1)
    else:
        yield from (x for x in mixed(n - 1))


print(list(mixed(60)))
