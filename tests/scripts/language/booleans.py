# Truth: what counts as false, and/or returning operands, not, bool as an integer.
class Empty:
    def __len__(self):
        return 0


class No:
    def __bool__(self):
        return False


class Both:
    def __bool__(self):
        return True

    def __len__(self):
        return 0


class Plain:
    pass


things = [
    ("None", None), ("0", 0), ("0.0", 0.0), ("-0.0", -0.0), ("''", ""), ("'0'", "0"), ("[]", []), ("[0]", [0]),
    ("()", ()), ("(0,)", (0,)), ("{}", {}), ("set()", set()), ("{0}", {0}), ("range(0)", range(0)), ("b''", b""),
    ("Empty()", Empty()), ("No()", No()), ("Both()", Both()), ("Plain()", Plain()), ("len", len), ("nan", float("nan")),
]
for name, thing in things:
    print(name, bool(thing), not thing, "yes" if thing else "no")


def show(label, value):
    print("eval", label)
    return value


print(show("a", 0) and show("b", 1))
print(show("a", 1) and show("b", []))
print(show("a", 0) or show("b", "x"))
print(show("a", 3) or show("b", "x"))
print(show("a", 0) or show("b", "") or show("c", None))
print(not show("a", 1) or show("b", 2) and show("c", 3))
print(1 and 2 or 3, 0 and 2 or 3, None or 0, [] and 1, not not 5, not (1 and 0))
print(True + True, True * 5, False - 1, True / 2, -True, sum([True, False, True]), [10, 20][True])
print(isinstance(True, int), issubclass(bool, int), True == 1, repr(True), str(False), int(True))
print({True: "t", 1: "one", 1.0: "float"}, {1, True, 1.0}, hash(True), "%d %s" % (True, True), f"{True} {True:d} {True:>6}")
print(bool("False"), bool(" "), bool(), 5 > 3 and "big", x if (x := 0) else "zero")


class Bad:
    def __bool__(self):
        return 1


try:
    bool(Bad())
except TypeError as e:
    print(e)
