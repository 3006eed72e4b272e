# itertools: count, cycle, repeat, islice.
from itertools import count, cycle, repeat, islice

print(list(islice(count(), 3)), list(islice(count(5), 3)), list(islice(count(10, -2), 4)), list(islice(count(0.5, 0.25), 4)), list(islice(count(step=3), 3)), list(islice(count(1, 0), 3)))
c = count(7)
print(next(c), next(c), c, repr(count(1, 2)), repr(count(2.5)), repr(count()))
print(list(islice(cycle("abc"), 8)), list(cycle([])), list(islice(cycle(x for x in range(2)), 5)))
cy = cycle([1, 2])
print([next(cy) for _ in range(5)], list(zip("abcd", cycle([0, 1]))))
print(list(repeat("x", 3)), list(repeat(1, 0)), list(repeat(1, -5)), list(islice(repeat([]), 2)), list(map(pow, [2, 3], repeat(2))), repr(repeat("a", 3)), repr(repeat(5)), list(repeat(object="o", times=2)))
print(list(islice("abcdef", 3)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 2, None)), list(islice("abcdef", 0, None, 2)), list(islice("abcdef", 1, 5, 2)), list(islice([], 5)), list(islice("abc", 10)), list(islice("abc", None)), list(islice("abc", 0)))
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 1, 3)), next(it), list(islice(it, 1, 4, 2)), list(it))


def noisy(n):
    for i in range(n):
        print("take", i, end=" ")
        yield i


print(list(islice(noisy(10), 2)))
print(list(islice(noisy(10), 1, 6, 3)))
s = islice(noisy(5), 2, None)
print(next(s), next(s))
print(list(zip(count(1), "abc")), dict(zip("xy", count(10))), [x for x, _ in zip(count(), range(3))], list(enumerate(repeat("r", 2))))
for f in (lambda: islice("abc", -1), lambda: islice("abc", 1, -1), lambda: islice("abc", 1, 2, 0), lambda: islice("abc"), lambda: islice(5, 1), lambda: islice("abc", "x"), lambda: count("a"), lambda: cycle(5), lambda: cycle(), lambda: repeat(), lambda: repeat(1, "a"), lambda: islice("abc", 1, 2, 3, 4), lambda: islice("abc", 1.5), lambda: count(1, 2, 3), lambda: islice("abc", 1, 2, -1)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(iter(c) is c, type(c).__name__, type(cy).__name__, repeat(5, 2).__length_hint__(), next(repeat(9)), sum(islice(count(1), 100)), next(x for x in count() if x * x > 50))
