# Calls: every kind of parameter and argument, and the order in which they are evaluated.
def f(a, /, b, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(f(1, 2, d=4), f(1, b=2, d=4), f(1, 2, 3, 4, 5, d=6, e=7, g=8), f(*[1, 2], **{"d": 3}), f(1, *[2], d=3, **{"x": 4}, y=5))
print(f(1, 2, d=4, a="in kwargs"), f(*(1,), 2, *(3, 4), d=5), f(d=1, *[2, 3]))


def note(x):
    print(x, end=" ")
    return x


print(f(note(1), note(2), d=note(3), *[note(4)], **{note("k"): note(5)}, z=note(6)))


def only(*, k, o=1):
    return k, o


def positional(a, b=2, /):
    return a, b


def everything(*args, **kwargs):
    return args, kwargs


print(only(k=1), positional(1), positional(1, 3), everything(), everything(1, a=2), everything(*"ab", **{"self": 1}))
for call in ("f()", "f(1)", "f(1, 2)", "f(1, 2, d=3, b=4)", "only(1)", "only()", "only(k=1, z=2)", "positional(a=1)", "positional()",
             "positional(1, b=2)", "positional(1, 2, 3)", "f(1, 2, 3, d=4, **{'d': 5})", "only(o=1)", "everything(**{1: 2})"):
    try:
        print(eval(call))
    except TypeError as e:
        print(call, "->", e)
