# close: GeneratorExit, finally, refusing to stop, closing twice, fresh and finished ones.
# python: 3.11
def worker(name):
    try:
        print(name, "open")
        yield 1
        yield 2
    except GeneratorExit as e:
        print(name, "exit", repr(e))
        raise
    finally:
        print(name, "finally")


w = worker("a")
next(w)
print(w.close(), w.close())
print(list(w), next(w, "done"))
w = worker("fresh")
print(w.close(), list(w))
w = worker("finished")
print(list(w), w.close())


def stubborn():
    for _ in range(2):
        try:
            yield 1
        except GeneratorExit:
            print("ignored")


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e, next(s, "end"))


def returns():
    try:
        yield 1
    except GeneratorExit:
        return "value is dropped"


r = returns()
next(r)
print(r.close())


def stops():
    try:
        yield 1
    finally:
        print("yield in finally is refused")
        yield 2


s2 = stops()
next(s2)
try:
    s2.close()
except RuntimeError as e:
    print(e)


def raises():
    try:
        yield 1
    finally:
        raise ValueError("from finally")


r = raises()
next(r)
try:
    r.close()
except ValueError as e:
    print(e, repr(e.__context__))


def nested():
    try:
        try:
            yield 1
        finally:
            print("inner")
    finally:
        print("outer")


n = nested()
next(n)
n.close()


def except_exception():
    try:
        yield 1
    except Exception:
        print("GeneratorExit is not an Exception")
    except BaseException as e:
        print("base", type(e).__name__)


x = except_exception()
next(x)
x.close()
try:
    x.send(1)
except StopIteration:
    print("closed: StopIteration")
try:
    next(x)
except StopIteration as e:
    print(e.value)
