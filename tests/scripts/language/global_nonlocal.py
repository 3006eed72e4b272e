# global and nonlocal: which name is meant where.
x = "global"


def read():
    return x


def assign():
    x = "local"
    return x


def declare():
    global x, made
    x = "changed"
    made = "made by function"
    return x


print(read(), assign(), x, declare(), x, made)


def unbound():
    try:
        print(x)
    except UnboundLocalError as e:
        print(type(e).__name__, e)
    x = 1


unbound()


def outer():
    x = "outer"

    def inner():
        def innermost():
            nonlocal x
            x = "innermost"

        innermost()
        return x

    def to_global():
        global x
        return x

    before = x
    return before, inner(), x, to_global()


print(outer())


class C:
    x = "class"
    y = x + "!"

    def method(self):
        return x

    seen = [x for _ in range(2)]
    first = [c for c in x]


print(C.x, C.y, C().method(), C.seen, C.first)


class D:
    global z
    z = "global from class"
    x = x + " copied"


print(z, D.x, hasattr(D, "z"))


def loop():
    global i
    for i in range(3):
        pass
    import math as mm
    return i


print(loop(), i)


def shadow(len):
    return len


print(shadow(5), len("abc"))
len = lambda x: "mine"
print(len("abc"))
del len
print(len("abc"))


def exec_order():
    def f():
        nonlocal v
        v += 1

    v = 1
    f()
    f()
    return v


print(exec_order(), globals()["x"], sorted(locals()) == sorted(globals()), "x" in globals())


def show_locals(a, b=2):
    c = a + b
    return locals()


print(show_locals(1))
