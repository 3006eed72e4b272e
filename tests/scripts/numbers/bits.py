# and, or, xor, not: negative numbers have ones before them without end.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: 10**30 & 0xffffffffffffffffff)
show(lambda: -10**30 & 0xffffffffffffffffff)
show(lambda: -10**30 & -10**29)
show(lambda: -10**30 | 10**29)
show(lambda: -10**30 | -1)
show(lambda: 10**30 ^ -10**30)
show(lambda: -10**30 ^ -10**29)
show(lambda: ~10**30)
show(lambda: ~-10**30)
show(lambda: ~~10**30 == 10**30)
show(lambda: (1 << 64) - 1 & -(1 << 64))
show(lambda: -(1 << 64) | (1 << 64) - 1)
show(lambda: 10**30 & 1.0)
