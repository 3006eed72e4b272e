# operator: what the functions and the fetching objects refuse.
import operator as o


class Index:
    def __index__(self):
        return "no"


class Hint:
    def __length_hint__(self):
        return -1


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: o.itemgetter(0)(5))
t(lambda: o.itemgetter("k")({}))
t(lambda: o.attrgetter("a.b")(object()))
t(lambda: o.methodcaller("nope")([]))
t(lambda: o.methodcaller("index", 9)([1]))
t(lambda: o.index(Index()))
t(lambda: o.length_hint(Hint()))
t(lambda: o.length_hint([], "x"))
t(lambda: o.setitem((1,), 0, 2))
t(lambda: o.delitem([], 0))
t(lambda: o.iadd((), 1))
t(lambda: o.lt(1, "a"))
t(lambda: o.matmul(1, 2))
t(lambda: o.contains(5, 1))
t(lambda: o.iconcat(1, []))
