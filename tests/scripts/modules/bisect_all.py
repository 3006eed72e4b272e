# bisect: places in sorted lists.
from bisect import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a = [1, 3, 3, 5]
print([bisect_left(a, x) for x in range(7)], [bisect_right(a, x) for x in range(7)], bisect(a, 3), bisect_left(a, 3, 2), bisect(a, 9, 1, 3))
insort(a, 4)
insort_left(a, 0)
insort_right(a, 3.0)
print(a)
words = ["a", "bbb", "cccc"]
insort(words, "dd", key=len)
print(words, bisect_left(words, 3, key=len), bisect_right(words, 3, key=len))
print(["FDCBA"[bisect([60, 70, 80, 90], s)] for s in (33, 99, 77, 70, 89, 90, 100)])
t(lambda: bisect(a, 1, -1))
t(lambda: bisect(a, "x"))
t(lambda: bisect_left([], 1))
t(lambda: insort([1, "a", 2], 1))
