# Format specifications of integers: fill, align, sign, #, 0, width, grouping, every type.
for n in (0, 5, -5, 42, -42, 255, 1234567, -1234567, True):
    print([format(n, s) for s in ("", "d", "b", "o", "x", "X", "c" if 0 < n < 100 else "d", "n", "e", "f", "g", "%")])
    print([format(n, s) for s in ("+", "-", " ", "+d", " x", "#x", "#b", "#o", "#X", "+#x", "08", "+08d", "#010x", "08b", "-6")])
    print([format(n, s) for s in ("5", "<5", ">5", "^5", "=5", "*<6", "*>6", "*^6", "*=6", "0=6", "<05", "x^9", "{^5", "^^5")])
    print([format(n, s) for s in (",", "_", "12,", "012,", "+,", "_x", "_b", "#_x", "020_b", ",.2f", "_.1f", ">15,", "=15,", "016,d")])
    print([format(n, s) for s in (".2f", ".0f", "10.3f", "e", ".2e", ".3g", "+.1f", "%", ".1%", "010.2f", "E", "G", "#.0f")])
print("{:5d}|{:<5d}|{:^5d}|{:>5d}".format(1, 2, 3, 4), format(65, "c"), format(8364, "c"), format(65, "5c") + "|", format(65, "^5c"))
print(f"{10:b} {10:o} {10:x} {10:X} {10:#b} {10:#o} {10:#x} {10:#X} {10:08b} {-10:#06x} {10:+#010b}")
for spec in ("s", "z", ".2d", ".3", ",x", "c,", "+c", "#c", "5.2x", "_c", ",,", ",_", "d5", "=", "abc", "1.", "n,", "10s"):
    try:
        print(repr(spec), format(7, spec))
    except (ValueError, OverflowError) as e:
        print(repr(spec), type(e).__name__, e)
for n in (-1, 0x110000):
    try:
        print(format(n, "c"))
    except OverflowError as e:
        print(e)
print([format(v, "02") for v in range(8, 12)], ["{:,}".format(10 ** k) for k in range(0, 12, 2)])
for row in ((1, 10, 100), (1000, 5, 77)):
    print("|".join(f"{v:>6}" for v in row), "|".join(f"{v:<6}" for v in row), "|".join(f"{v:^6}" for v in row))
