# Integer arithmetic: signs of // and %, divmod, powers, literals in every base.
for a in (7, -7, 0, 1, -1, 100):
    for b in (2, -2, 3, -3, 7):
        print(a, b, a // b, a % b, divmod(a, b), (a // b) * b + a % b == a)

print(0x1F, 0o17, 0b1010, 1_000_000, 0XFF, 0B11, 0O7)
print(2 ** 10, 2 ** 0, (-2) ** 3, -2 ** 2, 2 ** -1, 0 ** 0)
print(2 ** 61, -(2 ** 61), 2 ** 61 - 1 + 2 ** 61 - 1 - 2 ** 61)
print(7 / 2, -7 / 2, 6 / 3, 1 / 3)
print(pow(2, 10), pow(3, 4, 5), pow(2, 60, 1000007), pow(3, -1, 7))
print(+5, -5, ~5, ~-6, - -5, ~0)
print(1 + 2 * 3 - 4 // 2 % 3, (1 + 2) * (3 - 4), 2 ** 3 ** 2, -3 ** 2)
print(10 % 3, -10 % 3, 10 % -3, -10 % -3, 3 % 10, -3 % 10)
print(int("42"), int("-42"), int(" 7 "), int("1_000"), int("ff", 16), int("0b101", 0), int("z", 36))
print(int(3.99), int(-3.99), int(True), int())
print((5).bit_length(), (0).bit_length(), (-8).bit_length(), (255).bit_count())
print((3).numerator, (3).denominator, (3).real, (3).imag, (7).conjugate())
print((1023).to_bytes(2, "big"), (1023).to_bytes(2, "little"), int.from_bytes(b"\x03\xff", "big"))
print((-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\xff\xfe", "big", signed=True))
print((10).as_integer_ratio(), (3).__add__(4), (3).__radd__(4), (3).__add__("x"))
for op in ("1 // 0", "1 % 0", "1 / 0", "divmod", "0 ** -1"):
    try:
        if op == "1 // 0":
            1 // 0
        elif op == "1 % 0":
            1 % 0
        elif op == "1 / 0":
            1 / 0
        elif op == "divmod":
            divmod(1, 0)
        else:
            0 ** -1
    except ZeroDivisionError as e:
        print(op, "->", e)
for text in ("", "12a", "1__0", "_1", "0x10", "3.5", "--1"):
    try:
        print(int(text))
    except ValueError as e:
        print(e)
