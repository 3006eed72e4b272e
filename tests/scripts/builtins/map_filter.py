# map and filter: several iterables, None, laziness, errors on the way.
print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(max, [1, 5], [3, 2], [2, 9])), list(map(len, ["a", "bb"])), list(map(int, "123")))
print(list(filter(None, [0, 1, "", "a", [], [0], None])), list(filter(lambda x: x % 2, range(6))), list(filter(str.isalpha, "a1b2")), list(filter(None, "")), list(filter(bool, [0, 2])))


def loud(x):
    print("f", x, end=" ")
    return x * 2


m = map(loud, [1, 2, 3])
print("made")
print(next(m), list(m), list(m), iter(m) is m, type(m))
f = filter(loud, [0, 1, 0, 2])
print(next(f), next(f), next(f, "end"), type(f))
print(sum(map(lambda x: x * x, range(4))), sorted(map(abs, [-3, 1, -2])), dict(map(lambda k: (k, len(k)), ["a", "bb"])), ",".join(map(str, range(4))), set(map(lambda x: x % 3, range(9))))
print(list(map(lambda *a: a, "ab", "cd", "ef")), [*map(chr, [97, 98])], tuple(map(bool, [0, 1])), max(map(len, ["a", "ccc"])), any(map(lambda x: x > 2, [1, 2, 3])))
print(list(map(str.upper, "abc")), list(map([3, 1, 2].index, [1, 2])), list(map({"a": 1}.get, "ab")), list(filter({1, 2}.__contains__, [1, 5, 2])))
a, *b = map(str, range(3))
print(a, b, list(map(map, [str, int], [[1], ["2"]]))[0].__next__(), list(filter(lambda p: p[1], {"a": 0, "b": 1}.items())))


def fails(x):
    if x == 2:
        raise ValueError(f"at {x}")
    return x


m = map(fails, [1, 2, 3])
print(next(m))
try:
    next(m)
except ValueError as e:
    print(e, next(m))


def stops(x):
    if x == 2:
        raise StopIteration
    return x


print(list(map(stops, [1, 2, 3])))
for f in (lambda: map(), lambda: map(str), lambda: map(str, 5), lambda: list(map(5, [1])), lambda: list(map(len, [1])), lambda: filter(None), lambda: filter(None, 5), lambda: list(filter(5, [1])),
          lambda: list(map(lambda a: a, [1], [2])), lambda: filter(None, [], []), lambda: map(None, [1]).__next__(), lambda: len(map(str, [])), lambda: map(str, [1])[0]):
    try:
        print(f())
    except TypeError as e:
        print(e)
