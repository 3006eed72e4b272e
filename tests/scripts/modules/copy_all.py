# copy: shallow and deep copies, cycles, own hooks, subclasses of built-in types.
import copy
from collections import deque, defaultdict, OrderedDict, Counter, namedtuple


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


a = [1, [2, 3], {"k": [4]}]
s, d = copy.copy(a), copy.deepcopy(a)
a[1].append(9)
a[2]["k"].append(9)
print(s, d, s[1] is a[1], d[1] is a[1])
a.append(a)
d = copy.deepcopy(a)
print(d[3] is d, d[3] is a)
tup = (1, [2])
print(copy.copy(tup) is tup, copy.deepcopy(tup) is tup, copy.deepcopy((1, 2)) == (1, 2))
l = []
tup = (l,)
l.append(tup)
d = copy.deepcopy(tup)
print(d[0][0] is d)


class Node:
    def __init__(self, v):
        self.v = v
        self.next = None


n = Node([1])
n.next = n
m = copy.deepcopy(n)
print(m is not n, m.next is m, m.v, m.v is n.v, copy.copy(n).v is n.v)


class Hooked:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        print(type(memo).__name__)
        return "deep"


print(copy.copy(Hooked()), copy.deepcopy(Hooked()), copy.deepcopy([Hooked()]))


class Slots:
    __slots__ = ("a", "b")


x = Slots()
x.a = [1]
y = copy.deepcopy(x)
print(y.a, y.a is x.a, hasattr(y, "b"), copy.copy(x).a is x.a)


class MyList(list):
    pass


class MyDict(dict):
    pass


class MyInt(int):
    pass


class MyTuple(tuple):
    pass


q = MyList([1, [2]])
q.extra = [5]
r = copy.deepcopy(q)
print(type(r).__name__, r, r.extra, r.extra is q.extra, r[1] is q[1], copy.copy(q)[1] is q[1])
r = copy.deepcopy(MyDict(a=[1]))
print(type(r).__name__, r, type(copy.copy(MyInt(5))).__name__, copy.copy(MyInt(5)), copy.deepcopy(MyTuple([1, [2]])))
P = namedtuple("P", "x y")
p = P(1, [2])
print(copy.deepcopy(p), copy.deepcopy(p).y is p.y, copy.copy(p).y is p.y)
dq = deque([1, [2]], maxlen=3)
print(copy.deepcopy(dq), copy.copy(dq), copy.deepcopy(dq)[1] is dq[1])
dd = defaultdict(list, a=[1])
e = copy.deepcopy(dd)
print(e, e["z"], e["a"] is dd["a"], copy.copy(dd))
print(copy.deepcopy(Counter("aab")), copy.deepcopy(OrderedDict(a=1)), copy.copy({1, 2}), copy.deepcopy(frozenset([1])))
print(copy.deepcopy(len) is len, copy.deepcopy(Node) is Node, copy.deepcopy(None), copy.copy(range(3)), copy.deepcopy(b"x"))
err = copy.deepcopy(ValueError("a", [1]))
print(repr(err))
t(lambda: copy.copy(x for x in []))


async def co():
    pass


c = co()
t(lambda: copy.deepcopy({"c": c}))
c.close()


class State:
    def __init__(self):
        self.a = 1

    def __getstate__(self):
        return {"a": self.a + 1}

    def __setstate__(self, state):
        self.a = state["a"] * 10


print(copy.copy(State()).a)


class Reduced:
    def __init__(self, n):
        self.n = n

    def __reduce__(self):
        return (Reduced, (self.n + 1,))


print(copy.copy(Reduced(1)).n, copy.deepcopy(Reduced(1)).n)


class Bound:
    def m(self):
        return self


b = Bound()
b.f = b.m
z = copy.deepcopy(b)
print(z.f() is z)
memo = {}
one = [1]
two = copy.deepcopy([one, one], memo)
print(two[0] is two[1], memo[id(one)] is two[0], copy.Error.__mro__[1])
