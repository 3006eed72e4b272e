# hash of numbers, tuples, booleans and None-free keys: the values CPython gives.
# python: 3.11
for v in (0, 1, -1, -2, 2, 10 ** 10, -10 ** 10, 2 ** 60, 2 ** 61 - 2, 2 ** 61 - 1, 2 ** 61, -(2 ** 61 - 1), True, False, 0.0, -0.0, 1.0, 1.5, -1.5, 0.1, -0.1, 1e10, 1e100, 1e-100, 3.14, 2.0 ** 61, float("inf"), float("-inf"), 5e-324):
    print(repr(v), hash(v))
for t in ((1, 2, 3), (1.0, 2, 3.0), (-1, -2), tuple(range(10)), (10 ** 15, -5)):
    print(t, hash(t))
print(hash(1) == hash(1.0) == hash(True), hash((1, 2)) == hash((1.0, 2.0)), hash("a") == hash("a"), hash("abc") == hash("ab" + "c"), hash(b"x") == hash(b"x"), hash(None) == hash(None))
print(hash(frozenset([1, 2, 3])), hash(frozenset()), hash(frozenset([1])), hash(range(3)) == hash(range(0, 3)), hash(range(0)) == hash(range(5, 5)))
print({1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2, 0.0: 3, -0.0: 4}, len({1, 1.0, True}), {(1, 2): "t"}[(1.0, 2.0)], 2.0 in {2}, {2 ** 60: 1}[float(2 ** 60)])


class H:
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h


for h in (0, 5, -1, -2, 2 ** 60, True):
    print(h, hash(H(h)))
for f in (lambda: hash([]), lambda: hash({}), lambda: hash(set()), lambda: hash((1, [])), lambda: hash(slice(1)), lambda: hash(), lambda: hash(1, 2), lambda: hash(H("x")), lambda: hash(H(1.5)), lambda: {[1]: 2}, lambda: {(1, {}): 2}, lambda: hash({}.items()) and hash({}.keys())):
    try:
        print(f())
    except TypeError as e:
        print(e)
nan = float("nan")
print(len({nan, nan}), nan in {nan: 1}, {nan: 1} == {nan: 1}, hash(H(3)) == hash(H(3)), H(3) == H(3))
