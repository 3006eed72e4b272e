# Generator expressions: lazy but for the first iterable; closed over variables; used once.
def note(x):
    print("note", x)
    return x


g = (note(x) for x in note([1, 2]))
print(type(g).__name__, g.__name__, next(g))
print(list(g), list(g))
try:
    (x for x in 5)
except TypeError as e:
    print("at once:", e)
lazy = (y for x in [1] for y in 5)
try:
    next(lazy)
except TypeError as e:
    print("later:", e)
k = 1
late = (x * k for x in range(3))
k = 10
print(list(late), sum(x for x in range(5)), max((len(w), w) for w in ("a", "bbb", "cc")), ",".join(str(x) for x in range(3)))
print(any(x > 1 for x in note_all) if (note_all := [1, 2, 3]) else None, dict((c, ord(c)) for c in "ab"), tuple(x for x in "xy"))


def f(*args, **kwargs):
    return [list(a) if hasattr(a, "send") else a for a in args]


print(f(x for x in "one"), f((x for x in "two"), 1))
nested = ((a, list(b for b in range(a))) for a in range(3))
print(list(nested))
gen = (x for x in range(3))
print(2 in gen, list(gen))
