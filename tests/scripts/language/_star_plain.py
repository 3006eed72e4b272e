import math
one = 1
two = 2
_private = 3


def func():
    return _private
