# Defaults are evaluated once, when the def runs; __defaults__ and friends.
def note(x):
    print("default evaluated", x)
    return x


def f(a, b=note(2), *, c=note(3), d):
    return a, b, c, d


print(f(1, d=4), f(1, 5, d=6, c=7))
print(f.__defaults__, f.__kwdefaults__, f.__name__, f.__qualname__)


def append(x, to=[]):
    to.append(x)
    return to


print(append(1), append(2), append(3, []), append(4))
print(append.__defaults__)


def fresh(x, to=None):
    to = [] if to is None else to
    to.append(x)
    return to


print(fresh(1), fresh(2))
i = 5


def late(arg=i):
    return arg


i = 6
print(late(), late(i))
fs = []
for k in range(3):
    def each(k=k):
        return k * 10

    fs.append(each)
print([g() for g in fs], [(lambda k=k: k)() for k in range(3)])


def outer(n):
    def inner(m=n * 2, *, o=n + 1):
        return n, m, o

    return inner


print(outer(1)(), outer(5)(7), outer(2)(o=0), outer(3).__qualname__)
f.__defaults__ = (20,)
print(f(1, d=0))
f.attr = "functions have attributes"
print(f.attr, hasattr(f, "other"), f.__dict__)


def order(a=note("a"), b=note("b")):
    """The doc of order."""
    return a + b


print(order.__doc__, f.__doc__, order("x"), order(b="y"))


def nothing():
    pass


def bare():
    return


print(nothing(), bare(), nothing.__name__, nothing.__module__)
