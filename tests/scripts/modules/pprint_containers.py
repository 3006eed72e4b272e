# Containers that are too long for a line.
import pprint
from pprint import pp, pprint as p

data = {"name": "x" * 30, "list": list(range(30)), 3: (1, 2), "long": "word " * 30,
        "nested": {"a": [1, 2, {"b": "c" * 40}], "t": (1,), "s": {3, 1, 2}, "e": {}, "n": None}}
p(data)
p({"short": 1, "a": [2]})
pp({"b": 1, "a": 2})
p(tuple("x" * 20 for i in range(5)))
p(("x" * 90,))
p([["x" * 30] * 3] * 3)
p(set(range(40)))
p({frozenset(range(30)): 1})
p("long words " * 12)
p(["long words " * 12, "two lines\nof text that are longer than the width of the page, or so it is hoped here"])
p(b"bytes " * 20)
p({1: 2, "a": 3, None: 4, (1, 2): 5})
r = [1]
r.append(r)
print(pprint.pformat(r).replace(str(id(r)), "ID"), pprint.isrecursive(r), pprint.isreadable(r))
print(pprint.isreadable([1]), pprint.isreadable(object()), pprint.saferepr({"b": 1, "a": [2]}))
