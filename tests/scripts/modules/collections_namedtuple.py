# collections.namedtuple: fields, defaults, methods, errors, subclassing.
# python: 3.11
from collections import namedtuple

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], len(p), list(p), p == (1, 2), p + (3,), p._fields, Point._fields, isinstance(p, tuple), hash(p) == hash((1, 2)))
x, y = p
print(x, y, p._asdict(), p._replace(x=10), Point._make([5, 6]), Point(*"ab"), Point(**{"x": 1, "y": 2}), p < Point(1, 3), max([Point(1, 5), Point(2, 0)]), p.count(1), p.index(2), p[::-1], 2 in p)
for spec in ("a b c", "a, b, c", "a,b,c", ("a", "b", "c")):
    print(namedtuple("T", spec)(1, 2, 3), end=" ")
print()
D = namedtuple("D", "a b c", defaults=[10, 20])
print(D(1), D(1, 2), D(1, 2, 3), D._field_defaults, namedtuple("E", "")(), namedtuple("One", "only")(5), namedtuple("R", "def x x _y", rename=True)(1, 2, 3, 4))
for f in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, x=2), lambda: Point(1, 2, z=3), lambda: p.z, lambda: Point._make([1]), lambda: p._replace(z=1), lambda: p[5], lambda: namedtuple("Bad", "class"), lambda: namedtuple("Bad", "_x"), lambda: namedtuple("Bad", "a a"), lambda: namedtuple("1bad", "a"), lambda: namedtuple("Bad", "a-b"), lambda: namedtuple("Bad", "a", defaults=[1, 2]), lambda: Point(), lambda: namedtuple("Bad")):
    try:
        print(f())
    except (TypeError, ValueError, AttributeError, IndexError) as e:
        print(type(e).__name__, e)
try:
    p.x = 5
except AttributeError as e:
    print(e)


class Vec(namedtuple("VecBase", "x y")):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __str__(self):
        return f"<{self.x},{self.y}>"


v = Vec(3, 4)
print(v, repr(v), v.length, v + Vec(1, 1), v._replace(x=0), Vec(y=1, x=2), isinstance(v, tuple), Vec._make("ab"), type(v._replace(y=1)).__name__)
print(Point.__name__, Point.__doc__, Point.x.__doc__, type(p), Point.__bases__, Point.__module__, p.__class__.__name__, f"{p}", "%s %s" % p, {p: "key"}[1, 2], sorted([Point(2, 1), Point(1, 2)]), [q.x for q in map(Point._make, [(1, 2), (3, 4)])])
Employee = namedtuple("Employee", "name dept pay")
staff = [Employee("Ann", "dev", 100), Employee("Bob", "ops", 80), Employee("Cy", "dev", 90)]
print(sorted(staff, key=lambda e: e.pay)[0].name, sum(e.pay for e in staff if e.dept == "dev"), staff[0]._asdict())
