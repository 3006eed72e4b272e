# __slots__: no __dict__, errors, inheritance.
# python: 3.11
class P:
    __slots__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x = x
        self.y = y


p = P(1)
print(p.x, p.y, hasattr(p, "__dict__"), P.__slots__)
p.x = 5
p.y += 2
print(p.x, p.y)
try:
    p.z = 1
except AttributeError as e:
    print(e)
try:
    p.z
except AttributeError as e:
    print(e)
del p.x
try:
    p.x
except AttributeError as e:
    print(e)
try:
    del p.x
except AttributeError as e:
    print(e)
p.x = "again"
print(p.x)


class Q(P):
    __slots__ = ("w",)


q = Q(1, 2)
q.w = 3
print(q.x, q.y, q.w, hasattr(q, "__dict__"))
try:
    q.other = 1
except AttributeError as e:
    print(e)


class R(P):
    pass


r = R(1)
r.free = "has dict"
print(r.x, r.free, r.__dict__)


class Empty:
    __slots__ = ()

    def method(self):
        return "methods work"


print(Empty().method())
try:
    Empty().a = 1
except AttributeError as e:
    print(e)


class One:
    __slots__ = "single"


o = One()
o.single = 1
print(o.single, getattr(o, "nothing", "none"), hasattr(o, "single"))
print(sorted([P(3), P(1), P(2)], key=lambda v: v.x)[0].x, isinstance(q, P))
