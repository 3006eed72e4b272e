# The limit on decimal digits.
import sys


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: len(str(10**4299)))
show(lambda: str(10**4300))
show(lambda: repr(-10**5000))
show(lambda: '%d' % (10**5000))
show(lambda: format(10**5000, ','))
show(lambda: len(format(10**5000, 'x')))
show(lambda: len(hex(10**5000)))
show(lambda: int('1' * 4301))
show(lambda: int('1_' * 4299 + '1') % 1000)
show(lambda: int('1' * 5000, 3))
show(lambda: int('1' * 5000, 16) % 1000)
show(lambda: sys.get_int_max_str_digits())
show(lambda: sys.set_int_max_str_digits(639))
show(lambda: sys.set_int_max_str_digits(-1))
show(lambda: sys.set_int_max_str_digits('x'))
show(lambda: sys.set_int_max_str_digits(10**30))
show(lambda: sys.set_int_max_str_digits(640))
show(lambda: str(10**640))
show(lambda: len(str(10**639)))
show(lambda: sys.set_int_max_str_digits(maxdigits=0))
show(lambda: len(str(10**20000)))
show(lambda: str(7**30000)[-30:])
show(lambda: int(str(3**50000)) == 3**50000)
