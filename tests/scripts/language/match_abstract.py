# match: classes of collections that are sequences or mappings, and those made from the abstract ones.
import collections
import collections.abc
import types


class S(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)


class M(collections.abc.Mapping):
    def __init__(self, **items):
        self.dict = items

    def __getitem__(self, key):
        return self.dict[key]

    def __len__(self):
        return len(self.dict)

    def __iter__(self):
        return iter(self.dict)


for x in (S(1, 2), M(a=1, b=2), collections.deque([1, 2]), collections.OrderedDict(a=1, b=2), collections.ChainMap({"a": 1}, {"b": 2}),
          types.MappingProxyType({"a": 1, "b": 2}), collections.Counter(a=1, b=2), collections.defaultdict(int, a=1, b=2)):
    match x:
        case [1, *rest]:
            print(type(x).__name__, "sequence", rest)
        case {"a": 1, **rest}:
            print(type(x).__name__, "mapping", rest)
        case _:
            print(type(x).__name__, "neither")
