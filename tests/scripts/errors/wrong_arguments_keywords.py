# TypeErrors of calls: unexpected keywords, multiple values, positional-only passed by name, bad stars.
def none():
    pass


def one(a):
    pass


def two(a, b=2):
    pass


def posonly(a, b=1, /):
    pass


def posonly_mixed(a, b, /, c):
    pass


def kwonly(*, key):
    pass


def kwargs(a, /, **kw):
    return a, kw


def args(*args):
    pass


class K:
    def m(self, a):
        pass


k = K()
for f in (lambda: none(x=1), lambda: one(1, x=2), lambda: one(1, a=2), lambda: two(1, 2, a=3), lambda: two(1, 2, b=3), lambda: two(b=1, c=2), lambda: posonly(a=1), lambda: posonly(1, b=2), lambda: posonly(a=1, b=2), lambda: posonly_mixed(1, b=2, c=3), lambda: posonly_mixed(a=1, b=2, c=3), lambda: posonly_mixed(1, 2, c=3, d=4), lambda: kwonly(key=1, other=2), lambda: kwonly(kye=1),
          lambda: kwargs(1, a=2), lambda: kwargs(a=2), lambda: args(x=1), lambda: k.m(1, a=2), lambda: k.m(b=2), lambda: k.m(1, self=2), lambda: one(**{"a": 1, "b": 2}), lambda: one(*[1], **{"a": 2}), lambda: one(**{1: 2}), lambda: one(**5), lambda: one(*5), lambda: one(*None), lambda: one(**None), lambda: two(a=1, **{"a": 2}), lambda: two(**{"a": 1}, **{"a": 2}), lambda: len(**{"x": 1}), lambda: print(*5),
          lambda: k.m(*[1], **{"a": 2}), lambda: K.m(a=1), lambda: sorted(**{"key": len}), lambda: (lambda x: 0)(y=1), lambda: dict(**{"a": 1}, a=2), lambda: one(1, **{"": 2})):
    try:
        print(f())
    except TypeError as e:
        print(e)
