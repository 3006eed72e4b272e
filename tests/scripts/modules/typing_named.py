# typing: NamedTuple, TypedDict, NewType, cast, get_type_hints.
# python: 3.11
from typing import *


def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)


T = TypeVar('T')
class Stack(Generic[T]): pass
class Pt(NamedTuple):
    x: int
    y: int = 0
    def norm(self): return self.x+self.y
p=Pt(1); print(p, p.norm(), p._fields, Pt._field_defaults, Pt.__annotations__, p==(1,0), Pt.__mro__, p._replace(y=4), p._asdict()); t(lambda: Pt())
E=NamedTuple('E',[('a',int),('b',str)]); print(E(1,'x'), E.__module__, E._fields)
def f():
    class B(NamedTuple):
        x:int=1
        y:int
t(f)
class Movie(TypedDict):
    name: str
    year: int
m=Movie(name='a',year=1); print(m, type(m), Movie.__annotations__, Movie.__required_keys__==frozenset({'name','year'}), Movie.__total__); t(lambda: isinstance(m,Movie))
class M2(Movie, total=False):
    extra: str
print(sorted(M2.__optional_keys__), sorted(M2.__annotations__)); TD=TypedDict('TD',{'a':int}); print(TD(a=1))
U=NewType('U',int); print(U(5), U, U.__supertype__, U.__name__)
print(cast(int,'x'), TYPE_CHECKING, get_origin(List[int]), get_args(Dict[str,int]), get_origin(Union[int,str]), get_args(Optional[int]), get_args(Callable[[int],str]), get_origin(int), get_args(list[int]), get_origin(list[int]))
@overload
def g(x:int)->int: ...
@overload
def g(x:str)->str: ...
def g(x): return x
print(g(3))
def h(a:int, b:'List[int]', c:Optional['Stack']=None)->'str': pass
print(get_type_hints(h)); 
class Ann:
    a:int
    b:'Ann'
print(get_type_hints(Ann))
