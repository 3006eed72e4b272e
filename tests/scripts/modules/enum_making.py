# enum: the functional way, _missing_, aliases, values that cannot be hashed, verify(), names of the enumeration.
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
A=Enum('A','X Y Z'); print(A, list(A), A.__module__, A.__qualname__)
t(lambda: list(Enum('A',['X','Y'],start=5)));t(lambda: list(Enum('A',[('X',3),('Y',7)])));t(lambda: list(Enum('A',{'X':3},type=int)))
t(lambda: list(IntFlag('A','X, Y Z')));t(lambda: list(Enum('A',{'X':3},module='mm')));t(lambda: Enum('A')); t(lambda: list(Flag('A','X Y',start=3)))
class Mi(Enum):
    A=1
    @classmethod
    def _missing_(cls,v):
        if v=='a': return cls.A
        if v=='b': return 5
        if v=='c': raise KeyError(v)
t(lambda: Mi('a'));t(lambda: Mi('b'));t(lambda: Mi('c'));t(lambda: Mi('d'))
print(C.__members__, type(C.__members__), type(C), type(type(C)), C.R.__class__, isinstance(C.R,C), C.R.__objclass__, hash(C.R)==hash('R'), C.__doc__, C.R.__doc__)
class Un(Enum):
    A=[1]
    B=[1]
    C={}
print(Un([1]), Un({}), list(Un))
t(lambda: Un([2]))
class Meth(Enum):
    A=lambda x: 1
    def f(self): return self.name
    @staticmethod
    def g(): return 1
    @classmethod
    def h(cls): return cls
    class In: pass
    P = property(lambda s: 1)
    _ignore_='q z'
    q=1
    z=2
    _x = 3
    __y = 4
print(list(Meth), Meth._x)
print(C.R is C['R'], C(C.R), C.B, C.B.name, len(C), bool(C), bool(C.R), C.R!=C.G, C.R==1)
class B0(Enum):
    def who(self): return self.name
class B1(B0):
    X=1
print(B1.X.who(), B1.__mro__)
t(lambda: verify(UNIQUE)(C))
def f():
    @verify(CONTINUOUS)
    class D(Enum):
        A=1
        B=3
        C=6
t(f)
def f():
    @verify(NAMED_FLAGS)
    class D(Flag):
        A=1
        B=4
        C=11
t(f)
class NM(Enum):
    A=1
    B=nonmember(5)
    @member
    def c(self): pass
print(list(NM)[:1], NM.B, len(NM))
print(auto())
print(C.R.name, C.R._name_, C.R._value_, C._member_names_, C._member_map_, C._value2member_map_, C._member_type_)
print(EnumMeta is EnumType, STRICT, repr(STRICT), FlagBoundary)
print(C.R in [C.R], C.R in C)
print(repr(C), str(C), format(C.R,'>8'))
@global_enum
class GE(Enum):
    GA=1
print(repr(GA), str(GA), GE)
class VR(Enum):
    a=1
    def __str__(self): return 'hi'
    def __repr__(self): return 'rr'
print(VR.a, f'{VR.a}', [VR.a])
class VS(Enum):
    a=1
    def __eq__(self, o): return True
    __hash__=Enum.__hash__
print(VS.a==3, {VS.a})
match C.R:
    case C.G: print('g')
    case C.R: print('r')
class Name(Enum):
    name='x'
    value='y'
print(list(Name), Name.name.value)

class Watched(Enum):
    def __init_subclass__(cls, **kwds):
        print("made", cls, list(cls), kwds)

    @property
    def double(self):
        return self.value * 2


class Colour(Watched):
    RED = 1
    GREEN = 2


print(Colour.GREEN.double, dir(Colour), dir(Colour.RED), sorted(Colour, key=lambda c: -c.value))
print({Colour.RED: "r"}[Colour(1)], Colour.RED is Colour["RED"], Colour.RED in (Colour.GREEN,), list(reversed(Colour)))
