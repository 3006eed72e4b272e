# Shifts of small and large integers, by counts small, large and wrong.
numbers = [0, 1, -1, 5, -5, 2 ** 31, -(2 ** 31), 2 ** 61 - 1, -(2 ** 61), 2 ** 62 - 1, -(2 ** 62), 2 ** 62, 2 ** 70, True]
for number in numbers:
    print([number << count for count in (0, 1, 2, 31, 60, 61, 62, 63, 64)])
    print([number >> count for count in (0, 1, 2, 31, 60, 61, 62, 63, 64, 100)])
    a = b = number
    a <<= 3
    b >>= 3
    print(a, b, number << 3, number >> 62, number >> 63, number >> 64, 1 << 62, 1 << 63, -1 << 62, -1 << 61, 3 << 61)


def error(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


minus = -1
error(lambda: 1 << minus)
error(lambda: 1 >> minus)
error(lambda: 0 << -1)
error(lambda: 1.0 << 1)
error(lambda: 1 >> 2.0)
error(lambda: "a" << 1)
error(lambda: True << True)
error(lambda: 1 >> (1 << 70))
error(lambda: 0 << (1 << 70))
