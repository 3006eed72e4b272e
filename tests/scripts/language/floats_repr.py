# repr of floats: the shortest text that reads back, exponents, signs, and edges.
values = [
    0.0, -0.0, 1.0, -1.0, 0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 100.0, 1e15, 1e16, 1e17, 123456789012345680.0,
    1e-3, 1e-4, 1e-5, 0.00012345, 1.5e300, 1e308, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324,
    9007199254740993.0, 3.141592653589793, 2.718281828459045, 1e22, 1e23, 4.35, 0.3, 2.675, 1.1, 1e100,
    12345678.9, 0.5, 1e5, 123456.789e3, 1E3, .5, 5., 1_0.5_0, 1e-7, 9.999999999999999e22,
]
for v in values:
    print(repr(v), str(v), float(repr(v)) == v)
inf = float("inf")
nan = float("nan")
print(inf, -inf, nan, -nan, [inf, nan], inf - inf, inf * 0, inf + 1, 1 / inf, -1 / inf)
print(inf == inf, nan == nan, nan != nan, inf > 1e308, -inf < 0, nan < 1, nan > 1, nan in [nan], [nan] == [nan])
print(float("Infinity"), float("-INF"), float("+nan"), float(" 1.5 "), float("1e3"), float("1_000.5"), float())
print(1e308 * 10, -1e308 * 10, 1e-320 / 10, 1e-324)
for text in ("", "abc", "1.2.3", "1e", "0x10", "1 2", "infx"):
    try:
        print(float(text))
    except ValueError as e:
        print(e)
print((0.5).as_integer_ratio(), (0.1).hex(), (1.0).is_integer(), (1.5).is_integer(), (-2.5).hex())
print(float.fromhex("0x1.8p+1"), (2.5).real, (2.5).imag, (2.5).conjugate())
print(hash(1.0) == hash(1), 1.0 == 1, 1 == True, 0.1 + 0.2 == 0.3)
print(1e16 + 1, 2.0 ** 53, 2.0 ** 53 + 1, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53 + 1)
