# collections: defaultdict and OrderedDict.
# python: 3.11
from collections import defaultdict, OrderedDict

d = defaultdict(list)
d["a"].append(1)
d["b"].append(2)
d["a"].append(3)
print(d, d["new"], len(d), d.get("none"), "none" in d, d.default_factory, isinstance(d, dict), dict(d), d == {"a": [1, 3], "b": [2], "new": []})
n = defaultdict(int, {"x": 5}, y=6)
n["x"] += 1
n["z"] += 1
print(n, sorted(n.items()), list(n), n.pop("x"), n.setdefault("q", 9), n.copy(), type(n.copy()).__name__, n | {"w": 1}, repr(defaultdict(None)), defaultdict(lambda: "dflt")["k"], defaultdict(set, a={1}))
nested = defaultdict(lambda: defaultdict(int))
nested["a"]["b"] += 1
nested["a"]["c"] += 2
print({k: dict(v) for k, v in nested.items()}, defaultdict(dict)["x"], defaultdict(str)["x"] == "", defaultdict(float)["x"], defaultdict(tuple)["t"])


def failing():
    raise ValueError("factory failed")


for f in (lambda: defaultdict()["k"], lambda: defaultdict(None)["k"], lambda: defaultdict(5), lambda: defaultdict(failing)["k"], lambda: defaultdict(list, 5), lambda: defaultdict(lambda k: k)["a"], lambda: defaultdict([])):
    try:
        print(f())
    except (KeyError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
d.default_factory = None
try:
    d["gone"]
except KeyError as e:
    print("KeyError", e)
groups = defaultdict(list)
for word in ["apple", "bob", "avocado", "cat", "bear"]:
    groups[word[0]].append(word)
print(dict(groups), {k: len(v) for k, v in groups.items()})
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o, list(o), o.popitem(), o, o.popitem(last=False), o)
o.update(x=1, y=2)
o.move_to_end("y", last=False)
print(o, list(reversed(o)), o == {"y": 2, "c": 3, "x": 1}, o == OrderedDict(c=3, x=1, y=2), OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1}, OrderedDict(), OrderedDict.fromkeys("pq"), isinstance(o, dict))
o["c"] = "updated keeps its place"
del o["y"]
o["y"] = "at the end"
print(o, o.copy(), o | {"z": 0}, list(o.keys()), list(o.values()), list(o.items()), o.pop("c"), o.setdefault("s", 1), dict(o))
for f in (lambda: OrderedDict().popitem(), lambda: o.move_to_end("nope"), lambda: o["nope"], lambda: o.pop("nope"), lambda: OrderedDict(5)):
    try:
        print(f())
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)


class LRU:
    def __init__(self, size):
        self.size, self.data = size, OrderedDict()

    def get(self, k):
        if k not in self.data:
            return None
        self.data.move_to_end(k)
        return self.data[k]

    def put(self, k, v):
        self.data[k] = v
        self.data.move_to_end(k)
        if len(self.data) > self.size:
            print("evict", self.data.popitem(last=False))


lru = LRU(2)
lru.put("a", 1)
lru.put("b", 2)
print(lru.get("a"))
lru.put("c", 3)
print(lru.get("b"), lru.get("a"), lru.data)
