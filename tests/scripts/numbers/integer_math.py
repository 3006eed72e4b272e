# The functions of math that take ints.
import math


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: (math.factorial(30), math.factorial(100) % 10**40, math.factorial(1000) % 10007))
show(lambda: (math.gcd(10**40, 6**50), math.gcd(-2**100, 2**64), math.gcd(0, 10**30), math.gcd(), math.gcd(2**62, -2**62)))
show(lambda: (math.lcm(10**20, 3**30), math.lcm(-2**70, 6), math.lcm(10**30, 0), math.lcm()))
show(lambda: (math.isqrt(10**61), math.isqrt(2**64 - 1), math.isqrt(2**64), math.isqrt(10**300) == 10**150, math.isqrt(0)))
show(lambda: all(math.isqrt(n * n) == n and math.isqrt(n * n - 1) == n - 1 for n in (2**31, 2**32 + 1, 10**20, 3**50, 2**62)))
show(lambda: (math.comb(200, 100), math.comb(10**20, 2), math.comb(10**20, 10**20 - 1), math.comb(5, 10**30)))
show(lambda: (math.perm(40, 20), math.perm(10**20, 3), math.perm(30), math.perm(3, 10**30)))
show(lambda: (math.prod([10**20] * 3), math.prod(range(1, 30)), math.prod([], start=2**70)))
show(lambda: math.factorial(-1))
show(lambda: math.factorial(10**30))
show(lambda: math.factorial(5.0))
show(lambda: math.isqrt(-10**30))
show(lambda: math.comb(10**30, 10**29))
show(lambda: math.comb(-1, 2))
show(lambda: math.perm(5, -10**30))
show(lambda: math.gcd(1.5, 2))
show(lambda: (math.floor(1e30), math.ceil(-1e30), math.trunc(1e25), math.floor(10**30)))
show(lambda: math.floor(float('inf')))
show(lambda: math.ceil(float('nan')))
