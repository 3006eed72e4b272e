# Positional-only, keyword-only, *args and **kwargs in every combination.
def plain(a, b, c=3):
    return a, b, c


def posonly(a, b=2, /, c=3, *, d=4):
    return a, b, c, d


def kwonly(*, a, b=2):
    return a, b


def var(a, *args, b=5, **kwargs):
    return a, args, b, kwargs


def only_args(*args):
    return args


def only_kwargs(**kwargs):
    return kwargs


def slash_kw(a, /, **kwargs):
    return a, kwargs


print(plain(1, 2), plain(1, b=5), plain(c=1, a=2, b=3), plain(*[1, 2, 3]), plain(**{"a": 1, "b": 2}))
print(posonly(1), posonly(1, 9), posonly(1, 9, 8), posonly(1, c=7, d=6))
print(kwonly(a=1), kwonly(b=3, a=1))
print(var(1), var(1, 2, 3), var(1, 2, b=3), var(1, x=1, y=2), var(1, *(2, 3), b=0, **{"z": 9}), var(a=4, z=1))
print(only_args(), only_args(1, 2), only_args(*"ab"))
print(only_kwargs(), only_kwargs(a=1, b=2), only_kwargs(**{"not an identifier": 1}))
print(slash_kw(1, a=2), slash_kw(1, self=3))
args = [1, 2]
got = only_args(*args)
args.append(3)
print(got)
kw = {"a": 1}
got = only_kwargs(**kw)
kw["b"] = 2
got["c"] = 3
print(got, kw)


def mixed(a, b=10, *rest, c, d=20, **more):
    return f"{a=} {b=} {rest=} {c=} {d=} {more=}"


print(mixed(1, c=2))
print(mixed(1, 2, 3, 4, c=5, e=6))
print(mixed(c=1, a=2))
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
print((lambda a, /, b, *, c: (a, b, c))(1, b=2, c=3))


def rebind(a, *args, **kwargs):
    a += 1
    args += (99,)
    kwargs["new"] = a
    return a, args, kwargs


print(rebind(1, 2, k=3))
many = lambda a, b, c, d, e, f, g, h, i, j: [a, b, c, d, e, f, g, h, i, j]
print(many(*range(10)), many(*range(5), **dict(f=5, g=6, h=7, i=8, j=9)))
