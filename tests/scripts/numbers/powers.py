# Powers of ints: negative exponents are floats.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: 2**100)
show(lambda: (-3)**51)
show(lambda: 10**30 ** 0)
show(lambda: (-1)**(10**30))
show(lambda: (-1)**(10**30 + 1))
show(lambda: 0**(10**30))
show(lambda: 1**(10**30))
show(lambda: 2**-3)
show(lambda: (10**30)**-1)
show(lambda: 0**-1)
show(lambda: 2**-1074)
show(lambda: 2**-1075)
show(lambda: (10**400)**-1)
show(lambda: (10**400)**0.5)
show(lambda: 6**70 // 6**69)
show(lambda: (-2)**-3)
show(lambda: len(str(2**10000)))
