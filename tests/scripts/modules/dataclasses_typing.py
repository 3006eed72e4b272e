# dataclasses: ClassVar and InitVar, as objects and as strings; generic dataclasses; annotations of typing in __doc__.
from dataclasses import dataclass, field, fields, asdict, InitVar
import typing
from typing import Any, ClassVar, Generic, List, Optional, TypeVar

T = TypeVar("T")


@dataclass
class P:
    x: int
    n: ClassVar[int] = 5
    m: typing.ClassVar = 6
    s: "ClassVar[List[int]]" = 7
    u: "typing.ClassVar[int]" = 8
    i: "InitVar[int]" = 3
    o: Optional[int] = None
    a: Any = field(default=None, repr=False)
    items: List[int] = field(default_factory=list)

    def __post_init__(self, i):
        self.items.append(i)


print(P(1), P.n, P.m, P.s, P.u, [f.name for f in fields(P)], asdict(P(1, 9)))
print(P.__doc__)


@dataclass
class Box(Generic[T]):
    value: T

    def get(self) -> T:
        return self.value


print(Box[int](3), Box("a").get(), Box[int](3) == Box(3), Box.__doc__)
try:
    @dataclass
    class Bad:
        x: ClassVar[int] = field(default_factory=list)
except TypeError as error:
    print(error)
try:
    @dataclass
    class Bad2:
        x: ClassVar[int] = field(kw_only=True)
except TypeError as error:
    print(error)
