# typing: how annotations look, generic classes, and what is refused.
# python: 3.11
from typing import *


def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


print(List[int], Dict[str, List[int]], Optional[int], Union[int,str,None], Union[int], Any, Callable[[int,str],bool], Callable[...,int], Tuple[int,...], Iterator[int], AsyncIterator[str], Coroutine[Any,Any,int], Generator[int,None,str], Awaitable[None], Type[int], Literal['a',1], Final[int], ClassVar[int], List, Optional, Set['X'])
T=TypeVar('T'); K=TypeVar('K', bound=int); P2=TypeVar('P2', covariant=True); print(T, K, P2, K.__bound__, List[T], List[T][int], Dict[T,K][str,int])
class Stack(Generic[T]):
    def __init__(self): self.items=[]
    def push(self,x:T)->None: self.items.append(x)
    def pop(self)->T: return self.items.pop()
s=Stack[int](); s.push(3); print(s.pop(), Stack[int], Stack.__parameters__, Stack[int].__args__, Stack.__mro__)
class IntStack(Stack[int]): pass
print(IntStack().items, IntStack.__mro__, IntStack.__parameters__)
class Pair(Generic[T,K]): pass
print(Pair[int,str], Pair[str,T][int]); t(lambda: Pair[int]); t(lambda: IntStack[int]); t(lambda: Stack[1])
print(Optional[int]==Union[int,None], Union[int,str]==Union[str,int], hash(List[int])==hash(List[int]), List[int]==List[int], Union[Union[int,str],int], List[int]|None, Optional[List[int]])
t(lambda: List[int,str]); t(lambda: Dict[int]); t(lambda: List()); t(lambda: Optional[int]()); t(lambda: isinstance(3, List[int])); t(lambda: isinstance([], List)); t(lambda: Any()); t(lambda: Union[()]); t(lambda: Literal[1]()); t(lambda: TypeVar('Q',int)); t(lambda: isinstance(3,Any)); t(lambda: ClassVar[int,str]); t(lambda: Optional[1])
t(lambda: isinstance(1, Union[int,str])); t(lambda: Generic[int]); t(lambda: isinstance({}, Mapping)); t(lambda: isinstance([], Iterable))
class Sq(Sequence[int]):
    def __getitem__(self,i): return [1,2][i]
    def __len__(self): return 2
print(list(Sq()), Sq.__mro__[1])
class Lst(List[int]): pass
print(Lst([1]), Lst.__mro__)
class Repo(Protocol[T]):
    def get(self)->T: ...
class R2(Repo[int]):
    def get(self): return 3
print(R2().get(), Repo[int])
print(SupportsInt, isinstance(3, SupportsInt), isinstance('', SupportsAbs), AnyStr, Text, NoReturn, Self, Annotated[int,'x'], get_type_hints(lambda: 0))
t(lambda: assert_never(3))
@final
class Fi: pass
print(Fi.__final__)
