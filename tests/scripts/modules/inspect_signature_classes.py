# Signatures of classes, methods, and objects that can be called.
import dataclasses
import functools
import inspect


class Init:
    def __init__(self, x, y=2): pass
    def method(self, q): pass
    @classmethod
    def of_class(cls, z): pass
    @staticmethod
    def static(w): pass
    def __call__(self, v): pass


class Child(Init): pass


class New:
    def __new__(cls, n): return object.__new__(cls)


class Both(New):
    def __init__(self, m): pass


class Empty: pass


class Meta(type):
    def __call__(cls, *args, tag=None): return type.__call__(cls)


class WithMeta(metaclass=Meta): pass


@dataclasses.dataclass
class Data:
    a: int
    b: str = "x"


for thing in (Init, Init.method, Init(1).method, Init.of_class, Init.static, Init(1), Child, New, Both, Empty, WithMeta,
              Data, functools.partial(Init(1).method, q=1), functools.partial(Init, 1)):
    print(inspect.signature(thing))


def attempt(thing):
    try:
        print(inspect.signature(thing))
    except Exception as e:
        print(type(e).__name__, e)


attempt(int)
attempt(dict)
attempt(type)
attempt(3)
attempt("text")
