# dataclasses: what is refused, and in which words.
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
@dataclass(order=True, frozen=True)
class O:
    a: int
    b: str = field(compare=False, default='q')
def f():
    @dataclass
    class A:
        x: int = 1
        y: int
t(f)
def f():
    @dataclass
    class A:
        x: list = []
t(f)
def f():
    @dataclass
    class A:
        x: dict = field(default={})
t(f)
t(lambda: field(default=1, default_factory=list))
def f():
    @dataclass(order=True)
    class A:
        x: int
        def __lt__(self,o): pass
t(f)
def f():
    @dataclass(eq=False, order=True)
    class A:
        x: int
t(f)
def f():
    @dataclass
    class A(O):
        x: int
t(f)
def f():
    @dataclass(frozen=True)
    class A(P):
        x: int
t(f)
def f():
    @dataclass(frozen=True)
    class A:
        x: int
        def __setattr__(self,n,v): pass
t(f)
def f():
    @dataclass(unsafe_hash=True)
    class A:
        x: int
        def __hash__(self): return 1
t(f)
def f():
    @dataclass
    class A:
        x = field()
t(f)
def f():
    @dataclass(slots=True)
    class A:
        x: int
        __slots__=('x',)
t(f)
