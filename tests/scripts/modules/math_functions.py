# math: powers, logarithms, trigonometry and special functions (rounded where the last digit may depend on libm).
# python: 3.11
import math

for x in (0.0, 0.5, 1.0, 2.0, 10.0):
    print(x, math.sqrt(x), math.cbrt(x) if x in (0.0, 1.0) else "", round(math.exp(x), 9), round(math.expm1(x), 9), round(math.exp2(x), 9), round(math.log1p(x), 12))
for x in (0.1, 0.5, 1, 2, 8, 10, 100, 1000):
    print(x, round(math.log(x), 12), round(math.log2(x), 12), round(math.log10(x), 12), round(math.log(x, 3), 12))
print(math.log2(8), math.log10(1000), math.log(math.e), math.log(8, 2), math.log2(2 ** 50), math.log10(10 ** 15), math.log(1))
for x in (0, math.pi / 6, math.pi / 4, math.pi / 2, math.pi, -1.0):
    print(round(math.sin(x), 12), round(math.cos(x), 12), round(math.tan(x), 4) if x != math.pi / 2 else "", round(math.atan(x), 12))
print(math.sin(0), math.cos(0), math.tan(0), math.asin(0), math.acos(1), math.atan(0), math.asin(1) == math.pi / 2)
for y, x in ((0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (-1, -1), (0.0, -0.0), (-0.0, -1)):
    print((y, x), round(math.atan2(y, x), 12))
print([round(v, 12) for v in (math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))])
print(math.degrees(math.pi), math.radians(180), math.degrees(1), math.radians(1), math.degrees(0))
print(math.pow(2, 10), math.pow(2, -1), math.pow(4, 0.5), math.pow(0, 0), math.pow(math.nan, 0), math.pow(1, math.inf), math.pow(-8, 3))
print([round(v, 10) for v in (math.gamma(5), math.gamma(0.5), math.lgamma(10), math.erf(0.5), math.erfc(0.5))], math.gamma(6), math.erf(0))
print(math.sqrt(2), math.sqrt(16), math.sqrt(1e10), math.sqrt(2 ** 60), math.exp(0), math.exp(-math.inf), math.log(math.inf), math.sqrt(0.25))


def newton(f, x, steps=20):
    for _ in range(steps):
        d = (f(x + 1e-7) - f(x - 1e-7)) / 2e-7
        x -= f(x) / d
    return x


print(round(newton(lambda x: x * x - 2, 1.0), 9), round(newton(lambda x: math.cos(x) - x, 1.0), 9))
print(sum(1 / math.factorial(n) for n in range(18)), round(math.sqrt(6 * sum(1 / n ** 2 for n in range(1, 1000))), 3))
print(math.__name__, math.sqrt.__name__, repr(math.floor), hasattr(math, "sumprod") in (True, False))
