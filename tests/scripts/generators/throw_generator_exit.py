# GeneratorExit thrown by hand, StopIteration thrown in, and raising them from outside.
# python: 3.11
def g1():
    try:
        yield 1
    except GeneratorExit:
        print("got GeneratorExit")
        yield "answered"


g = g1()
next(g)
print(g.throw(GeneratorExit))
print(next(g, "end"))


def g2():
    yield 1


g = g2()
next(g)
try:
    g.throw(GeneratorExit("leaves"))
except GeneratorExit as e:
    print("out", e)
g = g2()
next(g)
try:
    g.throw(StopIteration("inside"))
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))


def g3():
    yield 1
    raise StopIteration("by hand")


g = g3()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def g4():
    yield next(iter([]))


try:
    list(g4())
except RuntimeError as e:
    print(e, type(e.__cause__).__name__)


def g5():
    try:
        yield next(iter([]))
    except StopIteration:
        yield "handled inside"


print(list(g5()))


def g6():
    try:
        raise StopIteration
    finally:
        print("finally of g6")
    yield


try:
    next(g6())
except RuntimeError as e:
    print(e)


def take(n, it):
    it = iter(it)
    for _ in range(n):
        try:
            yield next(it)
        except StopIteration:
            return


print(list(take(3, "ab")), list(take(2, "abc")))
gen = (next(it) for it in [iter([1]), iter([])])
print(next(gen))
try:
    next(gen)
except RuntimeError as e:
    print(e)
g = g2()
try:
    g.throw(StopIteration)
except StopIteration as e:
    print("fresh: passes through", repr(e))
except RuntimeError as e:
    print("fresh:", e)


def raises_other(kind):
    yield
    raise kind("x")


for kind in (StopAsyncIteration, KeyboardInterrupt, SystemExit, GeneratorExit, Exception):
    r = raises_other(kind)
    next(r)
    try:
        next(r)
    except BaseException as e:
        print(type(e).__name__, e, next(r, "finished"))
