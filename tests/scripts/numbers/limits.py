# What cannot be had is refused at once.
import sys


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: 1 << 2**62)
show(lambda: int('1', 37))
show(lambda: (2**62 * 'ab' if False else sys.maxsize, -sys.maxsize - 1))
show(lambda: sys.int_info)
show(lambda: (sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.min))
show(lambda: (sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.inf))
