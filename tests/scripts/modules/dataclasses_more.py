# dataclasses: make_dataclass, nested conversion, recursion, own methods, descriptors.
from dataclasses import *
from dataclasses import KW_ONLY
Any=int
import dataclasses
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list, repr=False)
    def total(self): return self.x+self.y
p = P(1)
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Der(Base):
    c: int = 3
    a: str = "x"
M=make_dataclass('M',['x',('y',int),('z',int,field(default=4))], namespace={'f':lambda self:self.x})
print(M(1,2), M(1,2).f(), M.__module__, M.__annotations__); 
t(lambda: make_dataclass('M',['x','x'])); t(lambda: make_dataclass('M',['1x'])); t(lambda: make_dataclass('M',['for'])); t(lambda: make_dataclass('M',[('a','b','c','d')]))
print(asdict(Base(P(1),[P(2),{'k':P(3)},(P(4),)])))
print(astuple(Base(P(1),[P(2),{'k':P(3)},(P(4),)])))
print(asdict(p, dict_factory=list))
print(P.__doc__, Der.__doc__, M.__doc__)
@dataclass
class R:
    me: Any = None
r=R(); r.me=r; print(r); r.me=[r]; print(r)
@dataclass(repr=False, eq=False)
class N: x: int
print(N(1)==N(1), N.__hash__ is object.__hash__, type(repr(N(1))))
@dataclass
class C:
    x: int = field(default=3, metadata={'a':1})
    y: int = field(default=3, hash=False)
print(fields(C)[0].metadata, fields(C)[1].metadata, C.x, fields(C)[0].default, fields(C)[0].default_factory is MISSING)
@dataclass(unsafe_hash=True)
class H:
    x: int
    y: int = field(hash=False, default=1)
print(hash(H(1))==hash((1,)))
@dataclass
class E: pass
@dataclass
class Str:
    x: 'int'
    z: 'InitVar[int]' = 3
print(Str(1), [f.name for f in fields(Str)], Str(1,2))
@dataclass
class Own:
    x: int
    def __init__(self): self.x=7
    def __repr__(self): return 'own'
    def __eq__(self,o): return 'eq'
print(Own(), Own()==3, Own.__hash__)
class Desc:
    def __get__(self,i,o): return 1 if i is None else i._x
    def __set__(self,i,v): i._x=v*2
@dataclass
class DD:
    x: int = Desc()
print(DD(), DD(5).x)
@dataclass
class U:
    a: int
class V(U):
    def __init__(self): super().__init__(3)
print(V(), repr(V()), V()==V())
print(Base(1)==Der(1), Base.__eq__(Base(1),Der(1)))
@dataclass(frozen=True)
class FZ:
    x: list = field(default_factory=list)
    y: int = field(default=0, init=False)
    def __post_init__(self): object.__setattr__(self,'y',5)
print(FZ(), issubclass(FrozenInstanceError, AttributeError)); 
@dataclass(match_args=False)
class NM: x:int
print(hasattr(NM,'__match_args__'))
@dataclass(weakref_slot=True, slots=True)
class W: x:int
print(W.__slots__)
t(lambda: dataclass(weakref_slot=True)(type('q',(),{})))
def f():
    @dataclass
    class A:
        x: int
        __: KW_ONLY
        _: KW_ONLY
t(f)
t(lambda: dataclass(foo=1))
@dataclass
class Gn:
    x: int = field(repr=False, default=1)
    def __post_init__(self): print('post')
Gn()
@dataclass
class Q:
    self: int
    y: int=1
print(Q(self=3))
def f():
    @dataclass
    class A:
        x: InitVar[int] = field(default_factory=list)
t(f)
