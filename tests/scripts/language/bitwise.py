# Bitwise operators on positive and negative integers, and their precedence.
pairs = [(0b1100, 0b1010), (-1, 255), (-8, 3), (0, -5), (1 << 40, (1 << 40) - 1), (-256, -3)]
for a, b in pairs:
    print(a, b, "&", a & b, "|", a | b, "^", a ^ b, "~", ~a, ~b)
for n in (1, 5, -1, -5, 1000):
    print(n, [n << k for k in (0, 1, 5, 20)], [n >> k for k in (0, 1, 5, 20, 70)])
print(1 | 2 & 3 ^ 1, (1 | 2) & 3, 1 << 2 + 1, (1 << 2) + 1, ~1 + 1, -1 >> 1)
print(5 & 1 == 1, (5 & 1) == 1, not 4 & 4)
flags = 0
for name, bit in (("read", 1), ("write", 2), ("run", 4)):
    flags |= bit
    print(name, flags, bin(flags))
flags &= ~2
print(flags, bool(flags & 2), bool(flags & 4))
flags ^= 0xFF
print(flags, hex(flags))
flags <<= 4
flags >>= 2
print(flags, oct(flags))
print(True & False, True | False, True ^ True, True & 1, True << 3, ~True)
print(type(True & False), type(True & 1), type(True + True))
try:
    1 << -1
except ValueError as e:
    print(e)
try:
    1 >> -2
except ValueError as e:
    print(e)
for bad in (1.5, "a", None):
    try:
        1 & bad
    except TypeError as e:
        print(e)
    try:
        bad | 1
    except TypeError as e:
        print(e)


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


print([popcount(n) for n in range(20)])
print([i ^ (i >> 1) for i in range(16)])
