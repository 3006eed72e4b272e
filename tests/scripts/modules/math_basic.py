# math: rounding, integer functions, constants and errors.
import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
for v in (2.5, -2.5, 0.0, -0.0, 7, 1e15 + 0.5, -1.0):
    print(v, math.floor(v), math.ceil(v), math.trunc(v), math.fabs(v), math.modf(v), math.frexp(v))
print(math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.gcd(-12, 18), math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.lcm(2, 3, 4))
print([math.factorial(n) for n in range(15)], math.factorial(19))
print(math.comb(5, 2), math.comb(5, 0), math.comb(3, 5), math.comb(40, 20), math.perm(5, 2), math.perm(5), math.perm(3, 5))
print(math.isqrt(0), math.isqrt(15), math.isqrt(16), math.isqrt(10 ** 14), math.isqrt(2 ** 60 - 1), math.prod([1, 2, 3]), math.prod([]), math.prod([2, 0.5], start=3), math.fsum([0.1] * 10), math.fsum([1e16, 1, -1e16]))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isfinite(math.inf), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.copysign(3, -0.0), math.copysign(-3, 1), math.fmod(-7, 3), math.fmod(7, -3), math.remainder(7, 4), math.remainder(-7, 4), math.ldexp(0.5, 4), math.ulp(1.0), math.nextafter(1.0, 2.0), math.dist((0, 0), (3, 4)), math.hypot(3, 4), math.hypot(1, 2, 2))
for name, f in (("sqrt(-1)", lambda: math.sqrt(-1)), ("log(0)", lambda: math.log(0)), ("log(-1)", lambda: math.log(-1)), ("factorial(-1)", lambda: math.factorial(-1)), ("factorial(1.5)", lambda: math.factorial(1.5)), ("isqrt(-1)", lambda: math.isqrt(-1)), ("floor(inf)", lambda: math.floor(math.inf)),
                ("ceil(nan)", lambda: math.ceil(math.nan)), ("sqrt('a')", lambda: math.sqrt("a")), ("gcd(1.5)", lambda: math.gcd(1.5)), ("acos(2)", lambda: math.acos(2)), ("exp(1000)", lambda: math.exp(1000)), ("pow(0, -1)", lambda: math.pow(0, -1)), ("fmod(1, 0)", lambda: math.fmod(1, 0)), ("comb(-1, 2)", lambda: math.comb(-1, 2)),
                ("floor('a')", lambda: math.floor("a")), ("sin(inf)", lambda: math.sin(math.inf)), ("sqrt()", lambda: math.sqrt()), ("pow(1e300, 2)", lambda: math.pow(1e300, 2)), ("log(1, 1)", lambda: math.log(1, 1)), ("isqrt(2.0)", lambda: math.isqrt(2.0)), ("sqrt(1, 2)", lambda: math.sqrt(1, 2))):
    try:
        print(name, f())
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as e:
        print(name, type(e).__name__, e)


class F:
    def __floor__(self):
        return "floored"

    def __ceil__(self):
        return "ceiled"

    def __trunc__(self):
        return "truncated"

    def __float__(self):
        return 9.0


print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.sqrt(F()))
