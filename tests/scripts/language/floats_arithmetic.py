# Float arithmetic: floor division and modulo with signs, powers, mixing with integers.
# python: 3.11
for a in (7.5, -7.5, 0.0, -0.0, 1e10):
    for b in (2.0, -2.0, 0.3, -0.3):
        print(a, b, a // b, a % b, divmod(a, b))
inf, nan = float("inf"), float("nan")
for a, b in ((inf, 2.0), (2.0, inf), (-2.0, inf), (nan, 1.0), (2.0, -inf)):
    print(a, b, a / b, a // b, a % b)
print(7 // 2.0, 7.0 // 2, 7 % 2.5, -7 % 2.5, 1 + 1.0, 2 * 1.5, 3 - 0.5, 2 ** 0.5, 4 ** 0.5, 2.0 ** 3, 8 ** (1 / 3))
print((-8.0) ** 3, (-8.0) ** -1, 0.0 ** 0, 1e200 ** 0.5, inf ** 0, nan ** 0, 1 ** nan, 2.0 ** -1074)
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: divmod(1.0, 0)):
    try:
        print(f())
    except ZeroDivisionError as e:
        print("ZeroDivisionError:", e)
try:
    print(10.0 ** 400)
except OverflowError as e:
    print("OverflowError:", e)
for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1234.5678, -2.5, 0.125, 5e15 + 0.5):
    print(v, round(v), round(v, 1), round(v, 2), int(v), round(v, -2))
print(round(5), round(15, -1), round(25, -1), round(1234, -2), round(-15, -1), round(7, 2))
for v in (inf, -inf, nan):
    for f in (int, round):
        try:
            print(f(v))
        except (OverflowError, ValueError) as e:
            print(type(e).__name__, e)
print(abs(-1.5), abs(-0.0), +1.5, -1.5, -(-0.0), max(0.0, -0.0), min(1, 1.0), sum([0.1] * 10))
print(1 < 1.5, 2 > 1.5, 1 == 1.0, 2 ** 60 == float(2 ** 60), 2 ** 60 + 1 == float(2 ** 60), 2 ** 60 + 1 > float(2 ** 60))
print(0.1 * 3, 1.1 + 2.2, 3.3 * 3, 1e16 - 1, 0.1 - 0.3, 1 - 0.9, 4.35 * 100, 1.005 * 1000)
