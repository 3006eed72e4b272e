# int, float and bool together in every operator: the type of each result.
values = (True, 2, 2.5, -3)
for a in values:
    for b in values:
        print([repr(x) for x in (a + b, a - b, a * b, a / b, a // b, a % b, a == b, a < b, max(a, b))])
print(True + True, True * 3.5, -True, +False, ~True, True << 3, True & 3, True | False, True ^ True, 5 & 3 | 8)
print(2 ** 3, 2 ** -1, 2.0 ** 3, (-8) ** 1, 0 ** 0, 4 ** 0.5, True ** 2, (-2) ** 3, 10 ** -2, 2 ** 100)
print(divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(7.5, 2), divmod(-7.5, 2), round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2))
print(abs(-5), abs(-2.5), int(2.9), int(-2.9), float(3), bool(0.0), bool(-1), int(True), 7 // 2.0, -7 // 2.0, 7 % -2.5, -0.0 == 0)
for text in ("1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "1.0 // 0", "1.0 % 0", "0 ** -1", "0.0 ** -1", "divmod(1, 0)", "1 << -1", "2.5 << 1", "1 + None",
             "'a' + 1", "1 + 'a'", "[] + ()", "-'a'", "~2.5", "1 @ 2", "'a' * 2.0", "int('x')", "float('x')", "int(None)", "round('a')"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
