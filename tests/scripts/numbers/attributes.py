# What every int can tell of itself.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: ((10**30).bit_length(), (-10**30).bit_length(), (2**64).bit_length(), (2**64 - 1).bit_length()))
show(lambda: ((10**30).bit_count(), (-10**30).bit_count(), (2**64 - 1).bit_count()))
show(lambda: ((10**30).as_integer_ratio(), (-10**30).conjugate()))
show(lambda: ((10**30).numerator, (10**30).denominator, (10**30).real, (10**30).imag))
show(lambda: ((10**30).__index__(), (10**30).__int__(), (10**30).__trunc__(), (10**30).__floor__(), (10**30).__ceil__()))
show(lambda: (bool(10**30), not 10**30, int(10**30), type(10**30)))
show(lambda: ((10**30).__add__(1), (10**30).__eq__(10**30), (10**30).__lt__('x')))
show(lambda: (isinstance(10**30, int), 10**30 is True))
show(lambda: ((10**30).__float__(), float(-10**300)))
show(lambda: float(10**400))
show(lambda: (10**30).nothing)
