# TypeErrors of calls: too many arguments.
def none():
    pass


def one(a):
    pass


def opt(a, b=1):
    pass


def allopt(a=1, b=2):
    pass


def kwonly(*, k=1):
    pass


def kwreq(a, *, k, m=2):
    pass


def posonly(a, /, b=1):
    pass


def kwargs(a, **kw):
    pass


class K:
    def __init__(self, x=0):
        pass

    def m(self):
        pass

    @classmethod
    def c(cls):
        pass

    @staticmethod
    def s():
        pass


class Empty:
    pass


k = K()
gen = lambda: (yield)
for f in (lambda: none(1), lambda: none(1, 2), lambda: one(1, 2), lambda: one(1, 2, 3), lambda: opt(1, 2, 3), lambda: allopt(1, 2, 3), lambda: kwonly(1), lambda: kwonly(1, 2), lambda: kwonly(1, k=2), lambda: kwreq(1, 2, k=3), lambda: kwreq(1, 2), lambda: kwreq(1, 2, k=3, m=4), lambda: posonly(1, 2, 3), lambda: kwargs(1, 2), lambda: kwargs(1, 2, z=3),
          lambda: K(1, 2), lambda: k.m(1), lambda: K.c(1), lambda: K.s(1), lambda: k.c(1, 2), lambda: K.m(k, 1), lambda: Empty(1), lambda: Empty(a=1), lambda: (lambda: 0)(1), lambda: (lambda x, y=1: 0)(1, 2, 3), lambda: none(*range(5)), lambda: opt(*"abcd"), lambda: gen(1), lambda: object(1), lambda: none(*[1], **{})):
    try:
        f()
        print("no error")
    except TypeError as e:
        print(e)
