# bin, oct, hex, and int of every kind of argument.
# python: 3.11
for n in (0, 1, -1, 5, -10, 255, 256, -255, 10 ** 12, True):
    print(bin(n), oct(n), hex(n), int(bin(n), 2), int(hex(n), 16), int(oct(n), 8), int(bin(n), 0), format(n, "#b"))
print(int("10", 2), int("77", 8), int("ff", 16), int("FF", 16), int("0xff", 16), int("0xff", 0), int("0b11", 0), int("0o17", 0), int("zz", 36), int("-0x10", 16), int("+5"))
print(int(" \n12\t "), int("1_2_3"), int("0"), int("00012"), int("-0"), int(b"42"), int("٣"), int(2.9), int(-2.9), int(1e15), int("101", base=2), int("0_0", 0), int("0", 0))
for args in (("",), ("abc",), ("1.5",), ("12", 2), ("1__2",), ("_1",), ("1_",), ("0x",), ("012", 0), ("z", 35), ("5", 1), ("5", 37), ("5", -1), (5, 10), (None,), ([],), ("1", "2"), (" ",), ("+-1",), ("1 2",), (1.5, 2), ("é",), (b"x",), ("0b12", 0)):
    try:
        print(args, int(*args))
    except (ValueError, TypeError) as e:
        print(args, type(e).__name__, e)


class I:
    def __int__(self):
        return 12


class X:
    def __index__(self):
        return 34


class T:
    def __trunc__(self):
        return 56


print(int(I()), int(X()), bin(X()), hex(X()), oct(X()), int("11", X()))
for f in (lambda: bin(1.5), lambda: hex("a"), lambda: oct(None), lambda: bin(I()), lambda: hex(), lambda: bin(1, 2), lambda: int(1, 2, 3), lambda: int(x=1), lambda: int(object())):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(bin(10)[2:].zfill(8), hex(255)[2:].upper(), f"{10:08b}", [int(d) for d in str(12345)], sum(map(int, "999")), int("1" * 15), int(str(2 ** 60)) == 2 ** 60)
print((10).__index__(), int.__name__, int(), int(False), (-7).__floordiv__(2), (7).__mod__(-3), (5).__neg__(), (5).__bool__(), (5).__eq__(5), (5).__eq__(5.0), (5).__lt__(6))
