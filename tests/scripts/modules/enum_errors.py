# enum: what an enumeration refuses, and in which words.
from enum import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class C(Enum):
    R=1
    G=2
    B=2
    def __init__(self, *a): pass
t(lambda: C.X)
t(lambda: C.R.G)
t(lambda: C.R.foo)
t(lambda: 'R' in C)
t(lambda: 1 in C)
t(lambda: setattr(C,'R',3))
t(lambda: setattr(C.R,'name',3))
t(lambda: setattr(C.R,'value',3))
t(lambda: delattr(C,'R'))
t(lambda: C(3)); t(lambda: C('R')); t(lambda:C['Q']); t(lambda: C())
t(lambda: C(1,2))
t(lambda: C.R<C.G)
def f():
    class D(C): pass
t(f)
def f():
    class D(C):
        Z=1
t(f)
def f():
    class D(Enum):
        Z=1
        Z=2
t(f)
def f():
    class D(Enum):
        Z=1
        def Z(self): pass
t(f)
def f():
    @unique
    class D(Enum):
        Z=1
        Y=1
        X=1
        W=2
        V=2
t(f)
def f():
    class D(Enum):
        _foo_ = 1
t(f)
def f():
    class D(Enum):
        mro = 1
t(f)
def f():
    class D(Enum):
        A = 1
        def _generate_next_value_(name, start, count, last_values): return name
t(f)
def f():
    class D(str, Enum):
        A = 1, 2, 3, 4
t(f)
def f():
    class D(StrEnum):
        A = 1
t(f)
def f():
    class D(Enum, int):
        A = 1
t(f)