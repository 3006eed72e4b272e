# Quotients are rounded down; the remainder has the sign of the divisor.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: divmod(10**40, 7**20))
show(lambda: divmod(-10**40, 7**20))
show(lambda: divmod(10**40, -7**20))
show(lambda: divmod(-10**40, -7**20))
show(lambda: divmod(3, 10**30))
show(lambda: divmod(-3, 10**30))
show(lambda: divmod(3, -10**30))
show(lambda: -2**62 // -1)
show(lambda: (10**5000 // (10**2500 + 1)) % 10**40)
show(lambda: 10**5000 % (3**3000 + 2) % 10**40)
show(lambda: 10**30 // 0)
show(lambda: 10**30 % 0)
show(lambda: divmod(10**30, 0))
show(lambda: 10**30 // 2.0)
show(lambda: 10**30 % 7.5)
show(lambda: divmod(10**30, 0.0))
