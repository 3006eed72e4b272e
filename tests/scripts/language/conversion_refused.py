# int(), float(), bytes.hex() of what is almost right: digits of other scripts, classes whose methods fail, bad reprs.
class Text(str):
    def __index__(self):
        return None


class Shy(str):
    def __repr__(self):
        raise RuntimeError("no repr")


class Wrong(str):
    def __repr__(self):
        return 5


for make in (lambda: int("\u0661\u0662"), lambda: int("\u0661\u0662".encode()), lambda: float("\u0661.5"), lambda: float("\u0661".encode()),
             lambda: int(bytearray(b"\xff")), lambda: float(Text("5")), lambda: int(Text("5")), lambda: float(Shy("x")),
             lambda: float(Wrong("x")), lambda: int(Shy("x")), lambda: b"ab".hex(None), lambda: b"ab".hex(5), lambda: b"ab".hex([1]),
             lambda: b"ab".hex(["x", "y"]), lambda: b"ab".hex("é"), lambda: int(x=1, base=2, c=3), lambda: int("1", "2"),
             lambda: int(base=10), lambda: int("12", 99), lambda: int(12, 10), lambda: float(), lambda: int()):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
for source in ("ab", [1], (), {}, iter("x")):
    try:
        first, second, *rest = source
    except ValueError as error:
        print(error)
    else:
        print(first, second, rest)
