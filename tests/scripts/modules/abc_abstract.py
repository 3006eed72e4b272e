# abc: abstract methods, registration, hooks.
from abc import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A(ABC):
    @abstractmethod
    def f(self): ...
    @property
    @abstractmethod
    def p(self): ...
    @classmethod
    @abstractmethod
    def c(cls): ...
    @staticmethod
    @abstractmethod
    def s(): ...
t(lambda: A()); print(sorted(A.__abstractmethods__))
class B(A):
    def f(self): return 1
t(lambda: B())
class C(B):
    p=1
    def c(self): pass
    def s(self): pass
print(C().f(), isinstance(C(),A), C.__abstractmethods__)
class One(ABC):
    @abstractmethod
    def only(self): ...
t(lambda: One())
@One.register
class R: pass
print(issubclass(R,One), isinstance(R(),One), issubclass(int,One)); t(lambda: One.register(3)); t(lambda: issubclass(3,One))
class Sub(One): 
    def only(self): return super().only()
print(Sub().only()); t(lambda: Sub.register(One))
class H(ABC):
    @classmethod
    def __subclasshook__(cls,C): return hasattr(C,'foo') or NotImplemented
class HasFoo: foo=1
print(issubclass(HasFoo,H), isinstance(HasFoo(),H), issubclass(int,H))
class E1(metaclass=ABCMeta):
    @abstractmethod
    def a(self): ...
    @abstractmethod
    def b(self): ...
t(lambda: E1())
E1.a=E1.b=lambda s: 1
update_abstractmethods(E1); print(E1())if 0 else print(E1.__abstractmethods__)
class AM(ABC):
    @abstractmethod
    async def run(self): ...
class AI(AM):
    async def run(self): return 5
import asyncio; print(asyncio.run(AI().run())); t(lambda: AM())
