# Logarithms of ints beyond the floats.
import math


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: (math.log(10**400), math.log2(2**2000), math.log10(10**500)))
show(lambda: (math.log(10**400, 10), math.log(8, 2), math.log(2**3000, 2**1000)))
show(lambda: (math.log2(2**70), math.log10(10**30), math.log(10**30)))
show(lambda: math.log(0))
show(lambda: math.log(-10**400))
show(lambda: math.log(10**400, 1))
show(lambda: math.sqrt(10**400))
show(lambda: (math.log2(True), math.log10(1)))
show(lambda: math.ldexp(0.5, 10**30))
show(lambda: math.ldexp(0.5, -10**30))
show(lambda: math.fsum([10**30, -10**30, 1]))
show(lambda: math.fsum([float('inf'), float('-inf')]))
show(lambda: math.fsum([1e308, 1e308]))
show(lambda: math.fsum([float('nan'), float('inf')]))
