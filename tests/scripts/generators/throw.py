# throw: into a suspended, a fresh and a finished generator; caught, replaced, passed on.
def catcher():
    n = 0
    while True:
        try:
            got = yield n
            print("got", got)
        except ValueError as e:
            print("caught", repr(e))
            n += 10
        except KeyError:
            print("leaving")
            return "left"
        finally:
            print("finally")
        n += 1


g = catcher()
print(next(g))
print(g.throw(ValueError("a")))
print(g.throw(ValueError))
print(next(g))
try:
    g.throw(KeyError("k"))
except StopIteration as e:
    print("stop", e.value)
try:
    g.throw(KeyError("finished"))
except KeyError as e:
    print("finished generator raises", repr(e))


def fresh():
    try:
        yield 1
    except ValueError:
        print("never: it had not begun")


f = fresh()
try:
    f.throw(ValueError("too early"))
except ValueError as e:
    print(e)
try:
    next(f)
except StopIteration:
    print("and it is finished")


def replace():
    try:
        yield 1
    except ValueError as e:
        raise TypeError("replaced") from e


r = replace()
next(r)
try:
    r.throw(ValueError("orig"))
except TypeError as e:
    print(e, repr(e.__cause__))


def implicit():
    try:
        yield 1
    except ValueError:
        {}["missing"]


r = implicit()
next(r)
try:
    r.throw(ValueError("orig"))
except KeyError as e:
    print(repr(e), repr(e.__context__))


def plain():
    yield 1
    yield 2


for bad in (5, "text", object, None):
    p = plain()
    next(p)
    try:
        p.throw(bad)
    except TypeError as e:
        print(e)
p = plain()
next(p)
err = OSError("same object")
try:
    p.throw(err)
except OSError as e:
    print(e is err, list(p))


def ignores():
    while True:
        try:
            yield "still here"
        except Exception as e:
            print("ignored", type(e).__name__)


i = ignores()
print(next(i), i.throw(RuntimeError), i.throw(StopIteration), i.throw(IndexError("x")))
