# len, range and slice: arguments of all kinds and errors.
print(len([]), len("é日"), len((1, 2)), len({1: 2}), len({1, 2}), len(range(5)), len(b"ab"), len(range(0, 10, 3)), len(range(10, 0, -3)), len(range(0)), len({}.items()), len(frozenset()))


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(len(L(5)), bool(L(0)), bool(L(3)), len(L(I(4))), list(range(I(3))), range(I(1), I(5), I(2)), [1, 2, 3][slice(I(1), I(3))])
for f in (lambda: len(5), lambda: len(None), lambda: len(), lambda: len([], []), lambda: len(L(-1)), lambda: len(L("a")), lambda: len(L(1.5)), lambda: len(iter([])), lambda: len(len), lambda: len(int), lambda: len(i for i in ()), lambda: len(zip()), lambda: bool(L(-1)),
          lambda: range(), lambda: range(1.0), lambda: range("1"), lambda: range(1, 2, 3, 4), lambda: range(0, 1, 0), lambda: range(None), lambda: range(a=1), lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: slice(1).indices(-1), lambda: slice("a").indices(5), lambda: slice(1, 2, 0).indices(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for s in (slice(3), slice(1, 3), slice(None), slice(1, None, 2), slice("a", "b"), slice(-1, None, -1)):
    print(s, s.start, s.stop, s.step, end=" ")
    try:
        print(s.indices(5), list(range(*s.indices(5))), "abcde"[s])
    except TypeError as e:
        print(e)
print(slice(1, 2) == slice(1, 2), slice(1, 2) != slice(1, 3), slice(1) < slice(2), range(5) == range(0, 5), range(3) != [0, 1, 2])
r = range(2, 20, 3)
print(r[0], r[-1], r[1:3], r[::-1], 5 in r, 6 in r, "x" in r, 5.0 in r, r.index(8), r.count(8), r.count(9), list(r), r == range(2, 18, 3) , hash(r) == hash(range(2, 19, 3)), bool(r), bool(range(0)))
try:
    r.start = 5
except AttributeError as e:
    print(e)
try:
    r[0] = 1
except TypeError as e:
    print(e)
