# abs, round, divmod, pow, with their special methods and errors.
print(abs(5), abs(-5), abs(-2.5), abs(True), abs(-0.0), abs(-10 ** 15))
print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(5), round(1e20 / 1e10), round(0.5), round(1.5, 0), round(2.5, None))
print(type(round(2.5)), type(round(2.5, 0)), type(round(5, 1)), round(True), round(25, -1), round(35, -1), round(-25, -1), round(5, -3), round(999, -3))
print(round(2.675, 2), round(1.005, 2), round(0.1 + 0.2, 10), round(1e300, 2), round(123.456, -1), round(123.456, -3), round(5e-324, 5), round(1.23456789e-5, 8))
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(-7.5, 2), divmod(0, 5), divmod(True, 2), divmod(5, 0.5))
print(pow(2, 3), pow(2, -1), pow(2.0, 3), pow(2, 0.5), pow(-2, 3), pow(7, 2, 5), pow(2, 50, 97), pow(5, -1, 7), pow(-3, 3, 5), pow(3, 3, -5), pow(0, 0), pow(base=2, exp=5, mod=7))
for f in (lambda: abs("a"), lambda: abs(None), lambda: abs(), lambda: abs(1, 2), lambda: round("a"), lambda: round(1.5, "a"), lambda: round(), lambda: round(1.5, 1.5),
          lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod("a", 1), lambda: divmod(1), lambda: pow(2), lambda: pow("a", 2), lambda: pow(2, 3, 0),
          lambda: pow(2, -1, 4), lambda: pow(2.0, 3, 5), lambda: pow(2, 3.0, 5), lambda: pow(0, -1), lambda: round([]), lambda: round(1, 2, 3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class N:
    def __abs__(self):
        return "abs"

    def __round__(self, n="none given"):
        return f"round {n}"

    def __divmod__(self, o):
        return f"divmod {o}"

    def __rdivmod__(self, o):
        return f"rdivmod {o}"

    def __pow__(self, o, m="no mod"):
        return f"pow {o} {m}"

    def __rpow__(self, o):
        return f"rpow {o}"


n = N()
print(abs(n), round(n), round(n, 3), divmod(n, 2), divmod(2, n), pow(n, 2), pow(n, 2, 3), pow(2, n), n ** 4)
