# json: values as text; what is refused.
import json


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


v = {"a": [1, 2.5, None, True, False], "b": {"c": "d\n\"\\\t\u00e9\u20ac\U0001f600\x01\x7f/"}, "e": [], "f": {}, 3: 4, None: 5, True: 6, 1.5: 7, "t": (1, (2,))}
print(json.dumps(v))
print(json.dumps(v, indent=2))
print(json.dumps(v, indent="\t", ensure_ascii=False))
print(json.dumps({"b": 1, "a": [{"d": 1, "c": 2}]}, sort_keys=True), json.dumps([1, {"a": 2}], separators=(",", ":")), json.dumps([1, [2]], indent=0), json.dumps([1, 2], indent=1, separators=(";", "=")))
print(json.dumps([1e100, 1e-7, 0.1, -0.0, float("inf"), float("-inf"), float("nan"), 10 ** 30, 1.0]))
print(json.dumps("x"), json.dumps(None), json.dumps(3), json.dumps([]), json.dumps({}), json.dumps([[]], indent=2), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), json.dumps({(1, 2): 3}, skipkeys=True))


class P:
    def __init__(self, x):
        self.x = x


class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, P):
            return {"x": o.x}
        return super().default(o)


print(json.dumps([P(1)], cls=E), json.dumps({"s": {1}}, default=list), json.dumps([P(2)], default=lambda o: o.__dict__), E(indent=1).encode([P(3)]), list(json.JSONEncoder().iterencode(1)))
t(lambda: json.dumps({1}))
t(lambda: json.dumps(P(1)))
t(lambda: json.dumps({(1,): 2}))
t(lambda: json.dumps([float("nan")], allow_nan=False))
t(lambda: json.dumps({1, 2}, cls=E))
t(lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True))
l = []
l.append(l)
t(lambda: json.dumps(l))
d = {}
d["d"] = [d]
t(lambda: json.dumps(d))
t(lambda: json.dumps(b"x"))
