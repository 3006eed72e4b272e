# sum(), any(), max(), list() and their kin over generators: errors on either side, early ends, nesting, and
# generators that are touched while they are walked.
def count(n):
    try:
        for i in range(n):
            yield i
        return "the end"
    finally:
        print("  count ends")


def outer(n):
    result = yield from count(n)
    print("  got", result)
    yield 100


def failing(n):
    yield from range(n)
    raise KeyError("failing")


def error(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e, "|", type(e.__context__).__name__)


print(sum(count(5)), max(count(3)), min(outer(2)), list(outer(3)), any(i > 2 for i in range(9)), all(i > 5 for i in count(0)))
g = count(5)
print(any(i == 1 for i in g), next(g), list(g), list(g), sum(g))
error(lambda: sum(failing(3)))
error(lambda: list(failing(2)))
error(lambda: sum(x for x in [1, "a", 2]))
error(lambda: max(x for x in [1, "a", 2]))
error(lambda: max(x for x in []))
error(lambda: sum(sum(range(i)) / (i - 2) for i in range(5)))
print(sum(sum(j * i for j in range(i)) for i in range(6)), [list(x for x in range(i)) for i in range(4)])


class Adder:
    def __init__(self, n):
        self.n = n

    def __radd__(self, other):
        if self.n == 2:
            print("  closing")
            g.close()
        if self.n == 3:
            print("  advancing past", getattr(next(g, 0), "n", 0))
        return other + self.n

    def __add__(self, other):
        raise ValueError("not added")


g = (Adder(i) for i in range(6))
print(sum(g), list(g))
g = (Adder(i) for i in range(3, 6))
print(sum(g), list(g))


def itself():
    yield 1
    print("  ", error(lambda: sum(me)))
    yield 2


me = itself()
print(sum(me))


def stops():
    yield 1
    raise StopIteration(5)


error(lambda: list(stops()))


def handles():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            yield i
            try:
                raise
            except ValueError as e:
                print("  still", e)


try:
    raise OSError("around")
except OSError:
    print(sum(handles()), list(handles()))
    error(lambda: sum(failing(1)))


def deep(n):
    return sum(deep(n - 1) for _ in range(2)) if n else 1


def endless(n):
    return sum(endless(n + 1) for _ in range(2))


print(deep(6))
error(lambda: endless(0))
print(sorted(i % 3 for i in range(7)), "".join(c for c in "abc"), dict((i, i) for i in range(3)), tuple(i for i in "xy"))
print(*(i for i in range(3)), set(i & 1 for i in range(5)), bytes(i for i in range(3)), [*count(2)])
