# Objects of classes that pprint knows, and of those that it does not.
import collections
import dataclasses
import types
from pprint import pprint as p

p(collections.OrderedDict((f"key{i}", "v" * 10) for i in range(6)))
p(collections.defaultdict(list, {f"key{i}": ["v" * 10] for i in range(6)}))
p(collections.Counter({f"key{i}" * 3: i for i in range(6)}))
p(collections.deque(["x" * 30] * 4))
p(collections.deque(range(30), maxlen=30))
p(types.SimpleNamespace(a="x" * 40, b="y" * 40, c=3))


@dataclasses.dataclass
class Point:
    x: int
    label: str
    more: list = dataclasses.field(default_factory=list)
    hidden: int = dataclasses.field(default=3, repr=False)


@dataclasses.dataclass
class Own:
    x: str

    def __repr__(self):
        return "Own!" * 30


class Plain:
    def __repr__(self):
        return "R" * 100


class Sub(list):
    pass


p(Point(1, "a"))
p(Point(1, "a" * 50, ["b" * 30] * 3))
p([Own("x")] * 2)
p({"k" * 30: Plain()})
p(Sub(["x" * 50, "y" * 50]))
