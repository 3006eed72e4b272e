# __call__, __str__, __repr__, __format__, __bool__, __len__, __int__, __float__, __index__, __bytes__.
class S:
    def __str__(self):
        return "str!"

    def __repr__(self):
        return "repr!"

    def __format__(self, spec):
        return f"fmt<{spec}>"


s = S()
print(s, str(s), repr(s), [s], (s,), {s: s}, f"{s}", f"{s:>5}", f"{s!r}", "{:x}".format(s), "%s %r" % (s, s), format(s), format(s, "q"))


class OnlyRepr:
    def __repr__(self):
        return "<only repr>"


print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()], f"{OnlyRepr()}", f"{OnlyRepr()!s:>15}")


class OnlyStr:
    def __str__(self):
        return "only str"


print(OnlyStr(), "OnlyStr object at" in repr(OnlyStr()), repr(OnlyStr()).startswith("<__main__.OnlyStr"))


class Call:
    def __init__(self, n):
        self.n = n

    def __call__(self, *args, **kw):
        return self.n, args, kw


print(Call(1)(), Call(2)(1, 2, k=3), callable(Call(1)), list(map(Call(9), [1, 2])), sorted([3, 1], key=lambda v: Call(v)()[0]))


class Conv:
    def __int__(self):
        return 7

    def __float__(self):
        return 2.5

    def __index__(self):
        return 3

    def __bytes__(self):
        return b"raw"

    def __trunc__(self):
        return 1

    def __len__(self):
        return 4

    def __hash__(self):
        return 99

    def __dir__(self):
        return ["b", "a"]


c = Conv()
print(int(c), float(c), bin(c), hex(c), bytes(c), list(range(c)), [0, 1, 2, 3][c], "x" * c, len(c), hash(c), bool(c), dir(c), chr(c).encode())
for name, value in (("__str__", 5), ("__repr__", None), ("__int__", "x"), ("__float__", 1), ("__index__", 1.5), ("__format__", 3), ("__bool__", 0)):
    class Bad:
        pass

    setattr(Bad, name, lambda self, *a: value)
    f = {"__str__": str, "__repr__": repr, "__int__": int, "__float__": float, "__index__": bin, "__format__": format, "__bool__": bool}[name]
    try:
        print(f(Bad()))
    except TypeError as e:
        print(name, e)


class Inst:
    def __init__(self):
        return 5


try:
    Inst()
except TypeError as e:
    print(e)


class New:
    def __new__(cls, *args):
        print("new", args, end=" ")
        made = super().__new__(cls)
        made.tag = "from new"
        return made

    def __init__(self, *args):
        print("init", args, end=" ")


class Other:
    def __new__(cls):
        return "not an Other"

    def __init__(self):
        print("never")


print(New(1, 2).tag, Other())
inst = S()
inst.__str__ = lambda: "instance attributes are not looked at"
inst.__len__ = lambda: 5
print(str(inst))
try:
    len(inst)
except TypeError as e:
    print(e)
