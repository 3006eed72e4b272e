# dataclasses: InitVar, keyword-only fields, slots, inheritance, match.
from dataclasses import *
from dataclasses import KW_ONLY
Any=int
import dataclasses
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class B:
    x: int
    i: InitVar[int] = 3
    s: int = field(init=False)
    def __post_init__(self, i): self.s = self.x+i
print(B(1), B(1,2), B(1).s, B.i); t(lambda: replace(B(1), x=5)); t(lambda: replace(B(1), s=5)); print(repr(InitVar[int]))
@dataclass
class B2:
    i: InitVar[int]
    def __post_init__(self,i): pass
t(lambda: replace(B2(1)))
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
    c: int
print(K(a=1,c=2)); t(lambda: K(1)); t(lambda: K(a=1)); print(K.__match_args__)
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 5
    c: int
    d: int = field(kw_only=False, default=3)
print(K2(1,c=2), K2(1,7,c=2), K2.__match_args__); t(lambda: K2(1,2,3)); t(lambda: K2(1))
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
s=S(1); print(s, S.__slots__, hasattr(s,'__dict__')); t(lambda: setattr(s,'q',1))
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Der(Base):
    c: int = 3
    a: str = 'x'
print(Der(), Der(1,2,3), [f.name for f in fields(Der)])
match Der(1,2,3):
    case Der(a,b,c): print(a,b,c)
