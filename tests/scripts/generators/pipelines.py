# Pipelines of generators: laziness, order of events, sinks fed by send.
def source(n):
    for i in range(n):
        print("make", i, end=" ")
        yield i


def keep(pred, it):
    for x in it:
        if pred(x):
            yield x


def double(it):
    return (x * 2 for x in it)


def batch(it, size):
    group = []
    for x in it:
        group.append(x)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


p = batch(double(keep(lambda x: x % 2, source(10))), 2)
print("nothing made yet")
for group in p:
    print("->", group)


def coroutine(f):
    def start(*args):
        g = f(*args)
        next(g)
        return g

    return start


@coroutine
def printer(label):
    try:
        while True:
            print(label, (yield))
    except GeneratorExit:
        print(label, "closed")


@coroutine
def split(pred, yes, no):
    try:
        while True:
            x = yield
            (yes if pred(x) else no).send(x)
    finally:
        yes.close()
        no.close()


@coroutine
def mapped(f, target):
    try:
        while True:
            target.send(f((yield)))
    except GeneratorExit:
        target.close()


sink = split(lambda x: x > 5, printer("big"), mapped(str, printer("small")))
for x in (3, 8, 5, 9):
    sink.send(x)
sink.close()


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


print(list(take(10, fib())), list(take(10, primes())))
print(sum(take(50, fib())), max(take(20, primes())))


def merge(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x is not None or y is not None:
        if y is None or (x is not None and x <= y):
            yield x
            x = next(a, None)
        else:
            yield y
            y = next(b, None)


print(list(merge([1, 4, 6], [2, 3, 7, 8])), list(merge([], [1])))
