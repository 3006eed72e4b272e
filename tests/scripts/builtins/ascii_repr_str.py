# ascii, repr and str of everything.
# python: 3.11
values = [0, -1, 1.5, True, None, "a'b", 'a"b', "é日😀\n\t\\", b"x\xff'", [1, "a", [None]], (1,), (), {"k": [1]}, {}, set(), {1}, frozenset(), frozenset([1]),
          range(3), range(1, 5, 2), slice(1, 2), ..., NotImplemented, int, len, print, ValueError("v"), KeyError("k"), Exception(), type, str.upper, [].append.__name__]
for v in values:
    print(repr(v) if "0x" not in repr(v) else "has an address", "|", str(v) if "0x" not in str(v) else "", "|", ascii(v) if "0x" not in ascii(v) else "")
print(str(), str(""), str(b"abc"), str(b"abc", "utf-8"), str(b"\xc3\xa9", encoding="utf-8"), str(b"\xff", "utf-8", "replace"), str(object=5))
a = [1]
a.append(a)
t = (a,)
d = {"a": a}
d["d"] = d
print(a, t, d, repr(a))


class R:
    def __repr__(self):
        return "<é>"


print(ascii(R()), repr(R()), str(R()), [R()], ascii([R(), "é"]), ascii({"é": "日"}))


class BadRepr:
    def __repr__(self):
        return 5


class RaisesRepr:
    def __repr__(self):
        raise ValueError("in repr")


class NoneStr:
    __repr__ = None


for f in (lambda: repr(BadRepr()), lambda: print([RaisesRepr()]), lambda: repr(), lambda: repr(1, 2), lambda: ascii(), lambda: str(5, "utf-8"),
          lambda: str("a", "utf-8"), lambda: str(1, 2, 3, 4), lambda: repr(NoneStr()), lambda: str(b"\xff", "ascii")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(repr(lambda: 0).startswith("<function <lambda> at 0x"), repr(R.__repr__).startswith("<function R.__repr__ at 0x"), str(R().__repr__).split(" of ")[0])
print(repr(R), repr(__name__), str(len))
print(repr(iter([])).split(" at ")[0], repr(map(str, [])).split(" at ")[0], repr({}.keys()), repr({1: 2}.items()), repr({1: 2}.values()), repr(zip()).split(" at ")[0])
