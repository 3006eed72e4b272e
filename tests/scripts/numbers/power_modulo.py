# pow() with a modulus, and inverses.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: pow(3, 10**30, 10**20 + 39))
show(lambda: pow(-3, 10**30 + 1, 10**20 + 39))
show(lambda: pow(3, 10**30, -(10**20 + 39)))
show(lambda: pow(3, -1, 10**30 + 7))
show(lambda: pow(3, -5, 10**30 + 7) * 3**5 % (10**30 + 7))
show(lambda: pow(2, -1, 4))
show(lambda: pow(10**30, -1, 10))
show(lambda: pow(2, 10**30, 1))
show(lambda: pow(0, 0, 5))
show(lambda: pow(2, 10, 0))
show(lambda: pow(2.0, 3, 5))
show(lambda: pow(2, 3, 5.0))
show(lambda: pow(38, -1, 97))
show(lambda: pow(2, 127 - 1, 2**127 - 1))
