# operator: the operators as functions, itemgetter, attrgetter, methodcaller.
import operator as o


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


print(o.add(1, 2), o.sub(5, 3), o.mul(2, 3), o.truediv(7, 2), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 5), o.neg(3))
print(o.lt(1, 2), o.le(2, 2), o.eq(1, 1.0), o.ne(1, 1), o.ge(1, 2), o.gt(2, 1), o.is_(None, None), o.is_not(1, None))
print(o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.invert(5), o.inv(5), o.lshift(1, 4), o.rshift(16, 2), o.pos(-1), o.abs(-3))
print(o.not_(0), o.truth([]), o.contains([1, 2], 2), o.concat([1], [2]), o.countOf([1, 2, 1], 1), o.indexOf("abc", "c"))
l = [1, 2, 3]
o.setitem(l, 0, 9)
o.delitem(l, 1)
print(l, o.getitem(l, 0), o.iadd(l, [4]), l, o.index(True), o.length_hint(iter([1, 2]), 0) >= 0, o.length_hint(5, 7))
print(o.itemgetter(1)([4, 5]), o.itemgetter(0, 2)("xyz"), o.itemgetter("k")({"k": 1}), o.itemgetter(slice(1, 3))([1, 2, 3, 4]))


class A:
    def __init__(self, n):
        self.n = n
        self.me = self

    def add(self, x, *, y=0):
        return self.n + x + y


print(o.attrgetter("n")(A(3)), o.attrgetter("me.n", "n")(A(4)), o.methodcaller("add", 1, y=5)(A(1)))
print(o.itemgetter(1, 2), o.attrgetter("a", "b.c"), o.methodcaller("f", 1, k=2))
print(sorted([(2, "a"), (1, "b")], key=o.itemgetter(1)), o.call(max, 1, 2), o.imul(3, 4), o.ior({1}, {2}))
t(lambda: o.itemgetter())
t(lambda: o.attrgetter(1))
t(lambda: o.methodcaller(1))
t(lambda: o.attrgetter("zz")(A(1)))
t(lambda: o.itemgetter(5)([1]))
t(lambda: o.add(1, "a"))
t(lambda: o.indexOf([1], 2))
t(lambda: o.index(1.5))
t(lambda: o.concat(1, 2))
t(lambda: o.truediv(1, 0))
