# TypeErrors of calls: missing arguments, in CPython's words.
def none():
    pass


def one(a):
    pass


def two(a, b):
    pass


def three(a, b, c):
    pass


def kwonly(*, k):
    pass


def kwonly2(a, *, k, m, n=1):
    pass


def posonly(a, b, /):
    pass


def mixed(a, /, b, *, c):
    pass


class K:
    def __init__(self, x, y):
        pass

    def m(self, a, b):
        pass

    @classmethod
    def c(cls, a):
        pass

    @staticmethod
    def s(a):
        pass

    def __call__(self, z):
        pass


k = K(1, 2)
lam = lambda p, q: None
for f in (lambda: one(), lambda: two(), lambda: two(1), lambda: two(b=1), lambda: three(), lambda: three(1), lambda: three(b=1), lambda: kwonly(), lambda: kwonly2(1), lambda: kwonly2(1, m=1), lambda: kwonly2(), lambda: posonly(), lambda: posonly(1),
          lambda: mixed(), lambda: mixed(1), lambda: mixed(1, 2), lambda: mixed(1, c=1), lambda: K(), lambda: K(1), lambda: k.m(), lambda: k.m(1), lambda: K.m(k), lambda: K.m(), lambda: K.c(), lambda: K.s(), lambda: k(), lambda: lam(), lambda: lam(1), lambda: two(*[]), lambda: two(**{}), lambda: two(*[1]),
          lambda: K(**{"x": 1}), lambda: (lambda *, a, b, c: 0)()):
    try:
        f()
        print("no error")
    except TypeError as e:
        print(e)
