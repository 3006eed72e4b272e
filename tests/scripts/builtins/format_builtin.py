# format(): default, specs per type, __format__, and objects without one.
print(format(5), format(5, "d"), format("s", ">3"), format(1.5, ".2f"), format(True), format(True, "d"), format(None), format([1]), format((1,), ""), format({"k": 1}), format(b"x"), format(int), format(1.5, ""))


class F:
    def __format__(self, spec):
        return f"<{spec}>"


class S(str):
    pass


class I(int):
    def __format__(self, spec):
        return "I:" + int.__format__(self, spec)


class P:
    def __str__(self):
        return "P-str"


print(format(F()), format(F(), "a:b"), f"{F():%H:%M}", "{:x y}".format(F()), format(S("abc"), "^7"), format(I(5), "03"), f"{I(7)}", format(P()), f"{P()}", f"{P()!s:>8}", f"{P()!r:.8}")
for value, spec in ((None, "5"), ([1], ">5"), ((), "x"), ({}, "s"), (P(), "d"), (object, "5"), (5, "s"), ("a", "d"), (1.5, "d"), (5, ".2"), (5, "5.2d"), ("s", "+"), (True, "s"), (1, "q"), (1.0, "q"), ("a", "q"), (1, "10c,"), (b"x", "5"), ("s", "=5"), (5, 5), (5, None), (3.5, "x"), (1, "<<<5"), ("abc", ".-1"), (1, "99999999999999999999"), (1, ".99999999999999999999f")):
    try:
        print(repr(format(value, spec)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for args in ((), (1, "", 2), (1, "2", "3")):
    try:
        format(*args)
    except TypeError as e:
        print(e)
table = [("apple", 1.5, 10), ("kiwi", 0.25, 200), ("banana", 12.125, 3)]
print(f"{'name':<10}|{'price':>8}|{'n':^5}")
print("-" * 10 + "+" + "-" * 8 + "+" + "-" * 5)
for name, price, n in table:
    print(f"{name:<10}|{price:>8.2f}|{n:^5}")
print("{0:>{1}}|{0:<{1}}|{0:^{1}}|{0:*^{1}}".format("mid", 7), "{:{f}{a}{w}}".format("x", f="-", a="^", w=5), "{:.{p}f}".format(2 / 3, p=4))
print(f"{1234567.891:,.2f} {1234567:_d} {0.5:.0%} {255:#x} {255:#010b} {-5:+d} {5:+d} {5: d} {3.0:g} {1e-7:g} {12:>5}|{12:<5}|{12:^5}|{12:05}")
