# round() with digits before the point: halves to even.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: round(123456789012345678901234567890, -20))
show(lambda: (round(-15 * 10**30, -31), round(25 * 10**30, -31), round(-25 * 10**30, -31), round(35 * 10**30, -31)))
show(lambda: (round(10**30, 5), round(10**30), round(10**30, 0)))
show(lambda: (round(5 * 10**30, -31), round(5 * 10**30 + 1, -31)))
show(lambda: round(10**30, -100))
show(lambda: (round(15, -10**4), round(15, 10**30)))
show(lambda: (round(2**62 - 1, -1), round(-2**62, -1)))
show(lambda: (round(1.5, 10**30), round(1.5, -10**30)))
show(lambda: round(10**30, 1.5))
show(lambda: (round(1e300), round(-2.5), round(1e22)))
