# Abstract classes of collections.abc: what one gets for a few methods, and what is still missing.
import abc
from collections.abc import Awaitable, Callable, Hashable, Iterable, Mapping, MutableMapping, Sequence, Set, Sized


class Letters(Sequence):
    def __getitem__(self, i):
        return "abc"[i]

    def __len__(self):
        return 3


s = Letters()
print(list(s), "b" in s, s.index("c"), s.count("a"), list(reversed(s)), isinstance(s, Iterable), issubclass(Letters, Sized))


class Cases(Set):
    def __init__(self, items):
        self.items = sorted(set(items))

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)


print(list(Cases("ab") | Cases("bc")), list(Cases("ab") & Cases("bc")), Cases("a") <= Cases("ab"), Cases("a") == Cases("a"), list(Cases("ab") - Cases("a")))


class Half(MutableMapping):
    def __getitem__(self, key):
        return 1


class Base(abc.ABC):
    @property
    @abc.abstractmethod
    def size(self): ...

    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, "size") else NotImplemented


class Sizer:
    size = 3


for attempt in lambda: Half(), lambda: Sequence(), lambda: Base(), lambda: issubclass(Sizer, Base), lambda: isinstance(3, Base):
    try:
        print(attempt())
    except TypeError as e:
        print(e)
print(isinstance({}, Mapping), isinstance([], Hashable), isinstance(len, Callable), isinstance((), Sequence), issubclass(str, Sequence), isinstance(3, Awaitable))
