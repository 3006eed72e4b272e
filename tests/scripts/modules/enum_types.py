# enum: members that are integers, strings, tuples; auto(); members with state.
from enum import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class I(IntEnum):
    A=1
    B=auto()
    C=10
    D=auto()
print(I.A, repr(I.A), f'{I.A}', f'{I.A:>5}', I.A+1, I.D, I.A<I.B, [1,2,3][I.A], I.A==1, '%d'%I.A, '%s'%I.A, I.A|2, {I.A:1}[1], str(I.A))
class S(StrEnum):
    A=auto()
    Bc=auto()
    D='x'
print(S.A, repr(S.Bc), f'{S.Bc:>5}', S.D.upper(), S.A=='a', S('x'))
class M(str, Enum):
    A='aa'
print(M.A, repr(M.A), f'{M.A}', f'{M.A:>10}', M.A=='aa', '%s'%M.A)
class N(int, Enum):
    A=1
print(N.A, repr(N.A), f'{N.A}', f'{N.A:>10}', N.A==1, '%s'%N.A)
class T(tuple, Enum):
    A=1,2
print(T.A, repr(T.A), T.A[1])
class F(float, Enum):
    A=1
print(repr(F.A), F.A.value)
class Planet(Enum):
    E=(1,2)
    F=(3,4)
    def __init__(self, m, r):
        self.m=m; self.r=r
    @property
    def g(self): return self.m/self.r
print(Planet.E, repr(Planet.E), Planet.E.g, Planet((1,2)), Planet.E.__dict__)
class Co(bytes, Enum):
    def __new__(cls, v, l):
        o=bytes.__new__(cls,[v]); o._value_=v; o.label=l; return o
    A=(0,'x')
    B=(1,'y')
print(Co(1).label)
class Au(Enum):
    A='x'
    B=3
    C=auto()
    D=1
    E=auto()
print(list(Au))
class T2(Enum):
    A=auto(),1
    B=auto(),2
print(list(T2))
