# Iterators written as classes: __iter__, __next__, iter() with a sentinel, exhaustion.
# python: 3.11
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter", end=" ")
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


for x in Countdown(3):
    print(x, end=" ")
print()
c = Countdown(4)
print(next(c), next(c), list(c), list(c), next(c, "default"))
a, b, *rest = Countdown(5)
print(a, b, rest, sum(Countdown(4)), max(Countdown(3)), 2 in Countdown(3), dict(zip("abc", Countdown(9))), sorted(Countdown(3)))


class Fresh:
    def __iter__(self):
        yield 1
        yield 2


f = Fresh()
print(list(f), list(f), [(i, j) for i in f for j in f])


class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError("end")
        return i * i


print(list(Old()), [x for x in Old()], 4 in Old(), iter(Old()).__class__.__name__, list(zip(Old(), "abc")))
numbers = iter([3, 1, 4, 1, 5])
print(list(iter(lambda: next(numbers), 4)), list(numbers))


class Broken:
    def __iter__(self):
        return 5


class Half:
    def __iter__(self):
        return self


class NoneIter:
    __iter__ = None


for bad in (Broken(), Half(), NoneIter(), 5):
    try:
        for x in bad:
            pass
    except TypeError as e:
        print(e)
for f in (lambda: next(5), lambda: next([]), lambda: iter(5), lambda: iter(5, 6), lambda: next(Half())):
    try:
        f()
    except TypeError as e:
        print(e)


class Stubborn:
    def __init__(self):
        self.k = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.k += 1
        if self.k % 3 == 0:
            raise StopIteration(f"stop {self.k}")
        return self.k


s = Stubborn()
print(list(s), list(s))
try:
    next(s), next(s), next(s)
except StopIteration as e:
    print(e, e.value, e.args)


class Raises:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("while iterating")


try:
    for _ in Raises():
        pass
except ValueError as e:
    print(e)
