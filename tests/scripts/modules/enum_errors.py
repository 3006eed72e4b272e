"""What an enumeration refuses, and in which words."""
from enum import *


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class C(Enum):
    R = 1
    G = 2
    B = 2

    def __init__(self, *a):
        pass


attempt(lambda: C.X)
attempt(lambda: C.R.G)
attempt(lambda: C.R.foo)
attempt(lambda: 'R' in C)
attempt(lambda: 1 in C)
attempt(lambda: setattr(C, 'R', 3))
attempt(lambda: setattr(C.R, 'name', 3))
attempt(lambda: setattr(C.R, 'value', 3))
attempt(lambda: delattr(C, 'R'))
attempt(lambda: C(3))
attempt(lambda: C('R'))
attempt(lambda: C['Q'])
attempt(lambda: C())
attempt(lambda: C(1, 2))
attempt(lambda: C.R < C.G)


@attempt
def _():
    class D(C):
        pass


@attempt
def _():
    class D(C):
        Z = 1


@attempt
def _():
    class D(Enum):
        Z = 1
        Z = 2


@attempt
def _():
    class D(Enum):
        Z = 1
        def Z(self):
            pass


@attempt
def _():
    @unique
    class D(Enum):
        Z = 1
        Y = 1
        X = 1
        W = 2
        V = 2


@attempt
def _():
    class D(Enum):
        _foo_ = 1


@attempt
def _():
    class D(Enum):
        mro = 1


@attempt
def _():
    class D(Enum):
        A = 1
        def _generate_next_value_(name, start, count, last_values): return name


@attempt
def _():
    class D(str, Enum):
        A = 1, 2, 3, 4


@attempt
def _():
    class D(StrEnum):
        A = 1


@attempt
def _():
    class D(Enum, int):
        A = 1
