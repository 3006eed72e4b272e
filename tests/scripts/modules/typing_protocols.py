# typing: protocols that isinstance() can ask.
# python: 3.11
from typing import *


def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


class Sized2(Protocol):
    def size(self)->int: ...
@runtime_checkable
class Closer(Protocol):
    def close(self): ...
class F:
    def close(self): pass
print(isinstance(F(),Closer), isinstance(3,Closer), issubclass(F,Closer)); t(lambda: isinstance(F(),Sized2)); t(lambda: Closer()); t(lambda: Sized2())
class Impl(Closer):
    def __init__(self): self.z=1
print(Impl().z, Impl().close())
@runtime_checkable
class HasX(Protocol):
    x: int
class WithX:
    x=1
print(isinstance(WithX(),HasX), isinstance(F(),HasX)); t(lambda: issubclass(WithX,HasX))
