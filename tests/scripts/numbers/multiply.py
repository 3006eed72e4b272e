# Products of all sizes: schoolbook and beyond.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: 12345678901234567890 * 98765432109876543210)
show(lambda: -3 * 2**62)
show(lambda: 2**62 * -2**62 * 0)
show(lambda: (10**50 + 1) * (10**50 - 1))
show(lambda: (7**2000 * 11**3000) % (10**30 + 57))
show(lambda: (3**20000 + 1) * (3**20000 - 1) == 3**40000 - 1)
show(lambda: (5**9000 * 13) // 13 == 5**9000)
show(lambda: [1, 2] * 2**62 * 0)
