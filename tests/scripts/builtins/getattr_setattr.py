# getattr, setattr, delattr, hasattr, vars and dir.
# python: 3.11
class A:
    kind = "a"

    def __init__(self):
        self.x = 1

    def m(self):
        return "m"

    @property
    def bad(self):
        raise ValueError("property failed")

    @property
    def missing(self):
        raise AttributeError("no such thing")


a = A()
print(getattr(a, "x"), getattr(a, "y", "default"), getattr(a, "m")(), getattr(A, "kind"), getattr("abc", "upper")(), getattr(a, "missing", "dflt"), getattr(5, "real"), getattr(a, "none", None))
print(hasattr(a, "x"), hasattr(a, "y"), hasattr(a, "m"), hasattr(A, "x"), hasattr("s", "join"), hasattr(5, "__add__"), hasattr(a, "missing"), hasattr(None, "x"), hasattr(len, "__name__"), hasattr(a, "__class__"))
setattr(a, "y", 5)
setattr(a, "x", 6)
setattr(A, "added", lambda self: self.y)
print(a.x, a.y, a.added(), vars(a), vars(a) is a.__dict__)
delattr(a, "y")
delattr(A, "kind")
print(vars(a), hasattr(a, "kind"))
vars(a)["via_dict"] = 1
print(a.via_dict, [n for n in dir(a) if not n.startswith("__")], [n for n in dir(A) if not n.startswith("_")], "x" in dir(a), "append" in dir([]), "__len__" in dir(""))
for f in (lambda: getattr(a, "nope"), lambda: getattr(A, "nope"), lambda: getattr("s", "nope"), lambda: getattr(None, "x"), lambda: getattr(a, "bad"), lambda: getattr(a, "bad", 1), lambda: hasattr(a, "bad"), lambda: getattr(a, "missing"), lambda: getattr(a), lambda: getattr(a, 5),
          lambda: getattr(a, "b", 1, 2), lambda: setattr(a, "x"), lambda: setattr(a, 5, 1), lambda: setattr(5, "x", 1), lambda: setattr([], "x", 1), lambda: setattr(None, "x", 1), lambda: setattr(int, "x", 1), lambda: delattr(a, "nope"), lambda: delattr(a, "m"), lambda: delattr(a),
          lambda: delattr(5, "real"), lambda: hasattr(a), lambda: hasattr(a, 1), lambda: vars(5), lambda: vars([]), lambda: setattr("s", "upper", 1), lambda: setattr(len, "x", 1), lambda: setattr(object(), "x", 1), lambda: delattr(A, "nope"), lambda: a.m.x, lambda: setattr(a.m, "x", 1)):
    try:
        print(f())
    except (AttributeError, TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Config:
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

    def __repr__(self):
        return f"Config({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"


print(Config(a=1, b="two"), [getattr(Config(z=9), n, "?") for n in "xyz"], sorted(vars(Config(q=1, p=2))), dir(Config(b=1, a=2))[-2:])


def names():
    here = 1
    there = 2
    return dir(), sorted(locals())


print(names())
