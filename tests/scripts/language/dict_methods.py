# dict: every method, order of insertion, views, merging, errors.
d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), d["a"], d.get("z"), d.get("z", 0), len(d), "a" in d, "z" not in d)
del d["b"]
d["b"] = 11
print(d, d.pop("c"), d.pop("zz", "default"), d, d.setdefault("a", 5), d.setdefault("n", 5), d)
print(d.keys(), d.values(), d.items(), list(d.items())[0], dict(d) == d, d.copy() is d)
d.update({"a": 1, "q": 2})
d.update([("r", 3)], s=4)
d.update(t=5)
print(d, d.popitem(), d.popitem(), d)
print(dict(), dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict({"m": 1}, n=2), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
print({1: "int", 1.0: "float", True: "bool"}, {"a": 1, "a": 2}, {None: 0, (): 1, (1, 2): 3}, {"k": {"n": {"deep": 1}}}["k"]["n"])
x = {"a": 1} | {"b": 2, "a": 3}
x |= [("z", 26)]
print(x, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} == {}, {"a": 1} != {"a": 1.0}, list(reversed(x)), bool({}))
ks = x.keys()
print(ks & {"a", "q"}, sorted(ks | {"q"}), ks - {"a", "b"}, sorted(ks ^ {"a"}), ks == {"a", "b", "z"}, ks.isdisjoint(["q"]), len(ks))
print(x.items() & [("a", 3)], ("a", 3) in x.items(), 26 in x.values(), {"a": 1}.keys() <= {"a": 2, "b": 3}.keys())
x["new"] = 1
print(ks, sorted(x, key=x.get), max(x, key=x.get), sorted(x.items(), key=lambda kv: -kv[1]))
x.clear()
print(x, ks, len(ks))
big = {i: i * i for i in range(50)}
for i in range(0, 50, 2):
    del big[i]
big[0] = "back"
print(list(big)[:5], list(big)[-1], len(big), sum(k for k in big))
for f in (lambda: {}["k"], lambda: {}[1, 2], lambda: {}.pop("k"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {{}: 1}, lambda: {}[{}],
          lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: {} + {}, lambda: {}.get(), lambda: {} < {}, lambda: {1: 2}.keys()[0],
          lambda: {} | [], lambda: {}.update(5), lambda: dict(["ab", "c"]), lambda: dict(a=1, **{"a": 2}), lambda: {}[set()], lambda: hash({})):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Missing(dict):
    def __missing__(self, key):
        return f"missing {key}"


m = Missing(a=1)
print(m["a"], m["b"], m.get("b"), "b" in m, m, isinstance(m, dict))
