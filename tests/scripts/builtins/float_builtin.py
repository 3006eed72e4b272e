# float(): of strings, numbers and objects; methods of float.
for text in ("1", "1.5", "-1.5e3", " 2.5\n", "1_000.25", ".5", "5.", "1e5", "1E-5", "inf", "-inf", "Infinity", "nan", "NaN", "+1", "0", "-0", "1e400", "1e-400", "123456789012345678", "0.1", "١.٥", "1e+2"):
    print(repr(text), float(text))
for v in (1, True, -5, 2 ** 60, 10 ** 15 + 1, 1.5, b"2.5", 9007199254740993):
    print(repr(v), float(v))
for bad in ("", " ", "abc", "1,5", "1.2.3", "1e", "e5", "--1", "1_", "_1", "1__0", "0x1", "in", "na n", "1 2", "½"):
    try:
        print(float(bad))
    except ValueError as e:
        print(e)
for bad in (None, [], "a b".split(), object, {}):
    try:
        print(float(bad))
    except TypeError as e:
        print(e)


class F:
    def __float__(self):
        return 2.5


class X:
    def __index__(self):
        return 7


class B:
    def __float__(self):
        return 5


print(float(F()), float(X()), float())
for f in (lambda: float(B()), lambda: float(1, 2), lambda: float(x=1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
print((1.5).is_integer(), (2.0).is_integer(), float("inf").is_integer(), (0.75).as_integer_ratio(), (-2.0).as_integer_ratio(), (1.5).hex(), (-0.0).hex(), float.fromhex("0x1.8p1"), float.fromhex("-1.5"), (2.5).__int__(), (2.5).__trunc__(), (-2.5).__floor__(), (2.5).__ceil__())
for f in (lambda: float("inf").as_integer_ratio(), lambda: float("nan").as_integer_ratio(), lambda: float.fromhex("zz"), lambda: int(float("nan")), lambda: int(float("inf"))):
    try:
        print(f())
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(float("1.7976931348623157e308"), float("2.2250738585072014e-308"), float("4.9e-324"), 0.1 + 0.7, 1.1 * 3, 1e23, 1.0e-10, 123e-7, 1e16, 123456789.123456789)
print(1.5 .real, 1.5.__class__, -1.5.__abs__(), (3.7).__floordiv__(1), (3.7) // 1, 3.7 % 1, -3.7 // 1, -3.7 % 1, 5.0 == 5, hash(5.0) == hash(5))
