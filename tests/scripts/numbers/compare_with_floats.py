# Comparison of ints and floats is exact.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: 2**53 + 1 == float(2**53))
show(lambda: 2**53 + 1 > float(2**53))
show(lambda: 10**25 == 1e25)
show(lambda: 10**25 > 1e25)
show(lambda: 10**22 == 1e22)
show(lambda: 10**400 < float('inf'))
show(lambda: -10**400 > float('-inf'))
show(lambda: 10**400 == float('nan'))
show(lambda: 10**400 > 1.7e308)
show(lambda: 2**1024 > 1.7976931348623157e308)
show(lambda: sorted([1e30, 10**30, 10**30 + 1, 1e30 + 2e14, -10**30, -1e31]))
show(lambda: (max(1e30, 10**30), min(10**30, 1e30)))
show(lambda: (2**62 == 2.0**62, 2**62 - 1 == 2.0**62))
show(lambda: 1e300 == int(1e300))
show(lambda: 10**30 < '1')
show(lambda: 10**30 == '1')
