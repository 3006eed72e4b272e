# What functions of math refuse.
import math

for attempt in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.5),
                lambda: math.comb(-1, 2), lambda: math.comb(2, -1), lambda: math.perm(3, -1), lambda: math.exp(1000), lambda: math.sqrt("x"),
                lambda: math.gcd(1.5), lambda: math.acos(2), lambda: math.isqrt(-1), lambda: math.floor(math.inf), lambda: math.ceil(math.nan),
                lambda: math.pow(0, -1), lambda: math.pow(-1, 0.5), lambda: math.fmod(1, 0), lambda: math.dist([1], [1, 2]), lambda: math.log(2, 1),
                lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.lcm("a"), lambda: math.prod(3), lambda: math.fsum(["a"]), lambda: math.trunc("x"),
                lambda: math.ldexp(1, 5000), lambda: math.gamma(0), lambda: math.sin(math.inf), lambda: math.nothing):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
