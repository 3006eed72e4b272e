"""Clauses of except* that yield."""

from _exceptions import attempt


def gen():
    try:
        yield "body"
    except* ValueError as e:
        got = yield repr(e)
        print("got", got)
        try:
            yield "handled"
        except KeyError as inner:
            print(repr(inner), repr(inner.__context__))
    except* KeyError as e:
        yield repr(e)
    else:
        yield "else"
    finally:
        yield "finally"


g = gen()
print(next(g), g.throw(ValueError(4)), g.send("x"), g.throw(KeyError("k")), list(g))
g = gen()
print(next(g), g.throw(ExceptionGroup("i", [ValueError(4), KeyError(3), OSError(7)])))
print(next(g), next(g), next(g))
attempt(lambda: next(g))
g = gen()
print(next(g), g.throw(ValueError(4)))
attempt(lambda: print(g.throw(TypeError("in the clause"))))
attempt(lambda: next(g))
g = gen()
print(list(g))
g = gen()
next(g)
g.throw(ValueError(1))
attempt(lambda: g.close())


def outer():
    try:
        yield from gen()
    except* TypeError as e:
        yield "outer " + repr(e)


g = outer()
print(next(g), g.throw(ExceptionGroup("i", [ValueError(4), TypeError(3)])), next(g), next(g), list(g))


class Splits(ExceptionGroup):
    def split(self, condition):
        print("split", condition.__name__)
        return super().split(condition)


def by_method():
    try:
        raise Splits("s", [ValueError(1), KeyError(2)])
    except* ValueError as e:
        print(repr(e))
    except* KeyError as e:
        print(repr(e))


attempt(by_method)
