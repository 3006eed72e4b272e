# list, tuple, dict, set, frozenset, bytes as constructors, and their errors.
print(list(), list("ab"), list((1, 2)), list({1: 2}), list({3}), list(range(2)), list(map(str, [1])), list(b"ab"), list([[1]]), list(x for x in "c"), list(iter([5])), list(zip("a", "b")))
print(tuple(), tuple("ab"), tuple([1, 2]), tuple({1: 2}), tuple(range(2)), tuple(x for x in "c"), tuple((1,)), tuple(b"a"))
print(dict(), dict(a=1), dict({"a": 1}), dict([("a", 1)]), dict({"a": 1}, b=2), dict([["k", "v"]]), dict(["ab", "cd"]), dict(zip("xy", range(2))), dict(enumerate("p")), dict({}, **{"s t": 1}), dict({1, 2}.__class__([(1, 2)])))
print(set(), set("a"), set([1, 1]), set({5: 6}), set(range(3)), frozenset(), frozenset("a"), frozenset([2, 2]), set(frozenset([1])), frozenset({1}) == {1}, set(x for x in (1, 1)))
print(bytes(), bytes(2), bytes([1, 2]), bytes("a", "ascii"), bytes(b"x"), bytes((i for i in (65, 66))), bytes(range(3)), bytes("é", encoding="utf-8"))
orig = [1, [2]]
copy = list(orig)
copy[1].append(3)
copy.append(4)
print(orig, copy, list(orig) is orig, tuple((1, 2)) == (1, 2), dict({1: 2}) == {1: 2})
t = (1, 2)
f = frozenset([1])
print(tuple(t) is t, frozenset(f) is f, str("s") == "s", bytes(b"a") == b"a")


class Keys:
    def keys(self):
        return ["k1", "k2"]

    def __getitem__(self, k):
        return k.upper()


class It:
    def __iter__(self):
        return iter([("a", 1), ("b", 2)])


print(dict(Keys()), dict(It()), list(It()), {**Keys()}, dict(Keys(), extra=1), set(It()) == {("a", 1), ("b", 2)})
for fn in (lambda: list(5), lambda: list(1, 2), lambda: list(None), lambda: tuple(5), lambda: tuple(1, 2), lambda: dict(5), lambda: dict(1, 2), lambda: dict([1]), lambda: dict([(1,)]), lambda: dict([(1, 2, 3)]), lambda: dict("ab"), lambda: dict([([], 1)]), lambda: dict(["a"]), lambda: set(5), lambda: set([[]]),
           lambda: set(1, 2), lambda: frozenset(5), lambda: frozenset([{}]), lambda: list(a=1), lambda: bytes("a"), lambda: bytes([256]), lambda: bytes(-1), lambda: bytes("a", "b", "c", "d"), lambda: bytes([1.5]), lambda: bytes(None), lambda: set(a=1), lambda: tuple(x=1), lambda: dict(None)):
    try:
        print(fn())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
