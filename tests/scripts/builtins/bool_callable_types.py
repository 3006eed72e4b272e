# bool and callable.
class Yes:
    def __call__(self):
        return 1


class No:
    pass


class Hidden:
    def __init__(self):
        self.__call__ = lambda: 1


for thing in (len, int, Yes, Yes(), No, No(), Hidden(), lambda: 0, 5, "s", None, [].append, print, Yes().__call__, type, object(), (i for i in ()), Exception, staticmethod(len), range(3), ...):
    print(type(thing).__name__, callable(thing), bool(thing))
print(bool(), bool(0), bool(1), bool(""), bool("0"), bool([]), bool([0]), bool(0.0), bool(float("nan")), bool(-1), bool({}), bool(None), bool(b""), bool(range(0)), bool(range(1)))
print(bool.__name__, bool.__bases__, isinstance(True, bool), True is bool(5), repr(bool("x")), str(True), int(True), float(True), True + 1, hash(True), -True, ~True, abs(True))
print(True == 1, True == 1.0, False < True, True > 0.5, max(True, False), sum([True] * 3), "ab"[True], [1, 2][False], True * "x", True & 3, True | 2, True ^ True, not True, True is not False)
for f in (lambda: bool(1, 2), lambda: callable(), lambda: Hidden()(), lambda: No()(), lambda: bool(x=1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
try:
    class B(bool):
        pass
except TypeError as e:
    print(e)
for name, value in (("str", "text"), ("none", None), ("list", [1]), ("int", 5), ("dict", {})):
    try:
        value()
    except TypeError as e:
        print(name, e)
