# Signature.bind(): what a call would give to which parameter.
import inspect


def f(a, b=1, /, c=2, *args, d, e=3, **kw):
    pass


s = inspect.signature(f)
bound = s.bind(1, 2, 3, 4, d=5, z=6)
print(bound, bound.args, bound.kwargs, bound.arguments, bound.signature == s)
bound = s.bind(1, d=5)
print(bound, bound.args, bound.kwargs)
bound.apply_defaults()
print(bound, bound.args, bound.kwargs, bound == s.bind(1, d=5))
print(s.bind_partial(), s.bind_partial(d=1))


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except TypeError as e:
        print("TypeError:", e)


g = inspect.signature(lambda a, b, *, c: 0)
attempt(g.bind)
attempt(g.bind, 1)
attempt(g.bind, 1, 2)
attempt(g.bind, 1, 2, 3)
attempt(g.bind, 1, a=1, c=1)
attempt(g.bind, 1, 2, c=1, d=2)
attempt(g.bind, b=1, c=1)
attempt(g.bind, c=3, b=2, a=1)
attempt(g.bind_partial, 1)
attempt(g.bind_partial, x=1)
attempt(inspect.signature(lambda a, /: 0).bind, a=1)
attempt(s.bind, a=1, d=2)
print(inspect.getcallargs(lambda a, b=2: 0, 1))
