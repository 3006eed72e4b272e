# throw and close reach the innermost generator, then unwind outwards.
def leaf(tag, mode="pass"):
    try:
        while True:
            try:
                got = yield tag
                print("leaf got", got)
            except ValueError as e:
                print("leaf caught", e)
                if mode == "return":
                    return "leaf result"
                if mode == "raise":
                    raise KeyError("from leaf")
                if mode == "reraise":
                    raise
    finally:
        print("leaf finally", mode)


def mid(mode):
    try:
        r = yield from leaf("L", mode)
        print("mid has", r)
        yield "mid after"
        return "mid result"
    except KeyError as e:
        print("mid caught", repr(e), repr(e.__context__))
        yield "mid recovered"
    except GeneratorExit:
        print("mid GeneratorExit")
        raise
    finally:
        print("mid finally")


def top(mode):
    try:
        r = yield from mid(mode)
        print("top has", r)
    except ValueError as e:
        print("top caught", e)
        yield "top recovered"
    finally:
        print("top finally")


for mode in ("pass", "return", "raise", "reraise"):
    print("---", mode)
    g = top(mode)
    print(next(g))
    print(g.send("hello"))
    print(g.throw(ValueError("v1")))
    print(next(g, "end"))
    g.close()
    print(next(g, "closed"))
print("--- uncaught")
g = top("pass")
next(g)
try:
    g.throw(OSError("through all"))
except OSError as e:
    print("outside", e)
print("--- close")
g = top("pass")
next(g)
g.close()
print("--- GeneratorExit thrown")
g = top("pass")
next(g)
try:
    g.throw(GeneratorExit("thrown"))
except GeneratorExit as e:
    print("outside", repr(e))


def refuses():
    try:
        yield 1
    except GeneratorExit:
        yield "no"


def wraps():
    yield from refuses()


w = wraps()
next(w)
try:
    w.close()
except RuntimeError as e:
    print(e)
w = wraps()
next(w)
try:
    print(w.throw(GeneratorExit))
except RuntimeError as e:
    print("throw:", e)


def swallow():
    try:
        yield 1
    except GeneratorExit:
        return "swallowed"


def after():
    r = yield from swallow()
    print("never reached by close", r)


a = after()
next(a)
print(a.close())
