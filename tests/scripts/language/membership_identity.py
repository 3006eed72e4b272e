# `in` and `is` for every container, and the fallbacks of `in`.
print(1 in [1, 2], 3 not in [1, 2], "a" in "cat", "" in "cat", "ca" in "cat", "ct" in "cat", "x" not in "cat")
print(1 in (1, 2), 1.0 in (1, 2), True in [1], "k" in {"k": 1}, 1 in {"k": 1}, 2 in {1, 2}, 2 in frozenset([2]))
print(3 in range(0, 10, 3), 4 in range(0, 10, 3), 3.0 in range(5), "a" in range(5), -1 in range(5))
print(97 in b"abc", b"bc" in b"abc", b"x" in b"abc", None in [None], [] in [[]], (1,) in {(1,): 2})
d = {"a": 1, "b": 2}
print("a" in d.keys(), 1 in d.values(), ("a", 1) in d.items(), ("a", 2) in d.items())


class Contains:
    def __contains__(self, item):
        print("asked for", item)
        return item == 5 and "truthy"


class Iterates:
    def __iter__(self):
        for i in range(5):
            print("give", i)
            yield i


class Indexes:
    def __getitem__(self, i):
        print("index", i)
        if i > 3:
            raise IndexError
        return i * 10


print(5 in Contains(), 6 in Contains(), 6 not in Contains())
print(2 in Iterates(), 9 in Iterates())
print(20 in Indexes(), 99 in Indexes())


class Never:
    __contains__ = None

    def __iter__(self):
        return iter([1])


for thing in (5, None, Never(), object):
    try:
        print(1 in thing)
    except TypeError as e:
        print(e)
for left, right in ((1, "abc"), (None, "a"), ("a", b"abc"), ([], {}), ({}, {1})):
    try:
        print(left in right)
    except TypeError as e:
        print(e)
a = [1]
b = a
c = [1]
print(a is b, a is c, a is not c, a == c, None is None, True is True, len is len, int is int)
nan = float("nan")
print(nan in [nan], nan == nan, nan in {nan}, [nan].count(nan), [nan].index(nan))
