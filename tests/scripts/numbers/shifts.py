# Shifts of any length, rounding down.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: 1 << 100)
show(lambda: -1 << 64)
show(lambda: 1 << 62)
show(lambda: -5 >> 1)
show(lambda: -(1 << 100) >> 99)
show(lambda: -(1 << 100) - 1 >> 100)
show(lambda: (1 << 100) >> 1000)
show(lambda: -(1 << 100) >> 10**30)
show(lambda: 0 << 10**30)
show(lambda: 1 >> 10**30)
show(lambda: 1 << -1)
show(lambda: 1 >> -(10**30))
show(lambda: 1 << 10**30)
show(lambda: 10**30 << True)
