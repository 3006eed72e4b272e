# Integers: bases, underscores, size, what they are called with attributes.
print(0, 00, 0_0, 0b101, 0B1_0, 0o17, 0O7_7, 0xff, 0XdeadBEEF, 0x_1f, 1_000_000, 10 ** 30)
print(0b1111_0000 == 0xF0 == 240, 0o777 == 511, 123456789012345678901234567890, -0, - 5, +5, ~5, --5, -+-5)
print(1 .real, (1).real, 1.0.real, 5 .__add__(3), 0x10.bit_length(), 1_0 .numerator)
print(1if True else 2, [1for _ in range(2)], 0x1for x in ()) if False else print("glued")
print(9223372036854775807, 9223372036854775808, -9223372036854775808, 4611686018427387904, 0xffffffffffffffff)
for text in ("1_", "1__0", "_1", "0_", "0x", "0b2", "0o8", "01", "1_000_", "0x_", "0b_1_", "1e", "1_e5", "0777", "00_0", "1.5.2", "0xg"):
    try:
        print(text, eval(text))
    except (SyntaxError, NameError) as e:
        print(text, type(e).__name__, e.args[0])
for text in ("1_000", " 12 ", "+5", "-0", "0b11", "1__0", "_1", "", "१२", "1e3", "0x1f"):
    try:
        print(repr(text), int(text))
    except ValueError as e:
        print(e)
