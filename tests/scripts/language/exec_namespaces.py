# eval and exec: which namespace each name is found in, and written to.
print(eval("1 + 2"), eval("x + 1", {"x": 3}), eval("x + y", {"x": 1}, {"y": 2}))
ns = {}
exec("b = 1\na = b + 1\ndef f(n):\n    return n + a\nclass C:\n    z = b", ns)
ns.pop("__builtins__")
print(list(ns), ns["f"](10), ns["C"].z, ns["C"].__module__, ns["f"].__module__)
def g():
    x = 5
    exec("y = x + 1")
    print(eval("x * 2"))
    loc = {}
    exec("z = x", globals(), {"x": 9, **loc})
    exec("z = x", {"x": 4}, loc)
    print(loc)
g()
exec("top = 1")
print(top)
class M(dict):
    def __missing__(self, k):
        return k.upper()
print(eval("hello + world", {}, M()))
class N:
    def __getitem__(self, k):
        if k in ("print", "len"): raise KeyError(k)
        return k * 2
    def __setitem__(self, k, v): print("set", k, v)
    def __delitem__(self, k): print("del", k)
exec("a = b + c\nprint(a)\ndel a\nprint([q for q in 'ab'], [len(w) for w in 'x'])", {}, N())
exec("from math import *\nprint(floor(2.5))", {}, {})
