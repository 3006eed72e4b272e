# The order in which the parts of expressions and statements are evaluated.
log = []


def v(x, value=None):
    log.append(x)
    return x if value is None else value


def flush(label):
    print(label, "".join(map(str, log)) if all(isinstance(x, str) for x in log) else log)
    log.clear()


v("a", 1) + v("b", 2) * v("c", 3) - v("d", 4)
flush("arithmetic")
v("f", max)(v("a", 1), v("b", 2), key=v("k", lambda x: x), *v("s", (3,)))
flush("call")
[v("a"), v("b")], (v("c"), v("d")), {v("e"), v("f")}
flush("displays")
{v("k1"): v("v1"), v("k2"): v("v2"), **v("m", {})}
flush("dict")
lst = [0, 1, 2]
v("target", lst)[v("index", 1)] = v("value", 5)
flush("item assignment")


class O:
    pass


o = O()
v("object", o).attr = v("value")
flush("attribute assignment")
v("t1", lst)[v("i1", 0)], v("t2", lst)[v("i2", 1)] = v("r1"), v("r2")
flush("tuple assignment")
x = v("t", lst)[v("i", 0)] = v("r")
flush("chained assignment")
v("t", lst)[v("i", 2)] += v("r", 7)
flush("augmented")
v("a", lst)[v("lo", 0):v("hi", 2):v("step", 1)]
flush("slice")
v("then") if v("cond") else v("else")
flush("conditional")
v("a", 1) < v("b", 2) < v("c", 0) < v("d", 9)
flush("chain")
v("a", "") and v("b") or v("c")
flush("boolean")
f"{v('a')}{v('b'):{v('w', '5')}}{v('c')!r}"
flush("f-string")
[v("e" + i) for i in v("s", "12") if v("f" + i)]
flush("comprehension")


@v("d1", lambda f: f)
@v("d2", lambda f: f)
def f(a=v("default a"), *, b=v("default b")) -> v("return"):
    pass


flush("def")


class C(v("base", object)):
    v("body")


flush("class")
del v("t", lst)[v("i", 0)]
flush("del")
assert v("cond"), v("message")
flush("assert")
for i in v("iter", [1]):
    v("body")
else:
    v("else")
flush("for")
print(*v("star", ""), sep=v("sep"), end=v("end", "\n"))
flush("print")
lambda a=v("lambda default"): v("never")
flush("lambda")
try:
    raise v("exc", ValueError("x")) from v("cause", KeyError("y"))
except v("type", ValueError):
    flush("raise")


class CM:
    def __enter__(self):
        return v("enter")

    def __exit__(self, *args):
        return v("exit", True)


with v("cm", CM()) as v("target", o).attr:
    v("body")
flush("with")
