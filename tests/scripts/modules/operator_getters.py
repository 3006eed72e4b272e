# itemgetter, attrgetter, methodcaller, in use.
import operator
from operator import attrgetter, itemgetter, methodcaller

rows = [("b", 2), ("a", 3), ("c", 1)]
print(sorted(rows, key=itemgetter(1)), max(rows, key=itemgetter(0)), itemgetter(1, 0)(rows[0]), itemgetter(slice(1, 3))("abcd"))
print(attrgetter("real", "imag")(3), attrgetter("__class__.__name__")([]), methodcaller("split", "-", maxsplit=1)("a-b-c"))
print(itemgetter(1), itemgetter("a", 2), attrgetter("x.y"), methodcaller("f", 1, k=2))
print(operator.length_hint([1, 2]), operator.indexOf([1, 2, 3], 2), operator.countOf("abca", "a"), operator.contains([1], 1), operator.index(True))
for bad in (lambda: itemgetter(), lambda: itemgetter(5)([1]), lambda: attrgetter(3), lambda: attrgetter("no")(3), lambda: methodcaller(),
            lambda: operator.indexOf([1], 2), lambda: operator.index(1.5), lambda: itemgetter("a")(3)):
    try:
        print(bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
