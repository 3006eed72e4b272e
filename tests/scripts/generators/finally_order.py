# try/finally, with and nested handlers across yields.
class CM:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None)
        return self.suppress


def g():
    with CM("a"):
        try:
            with CM("b", suppress=True):
                x = yield 1
                print("x", x)
                yield 2
            print("after b")
            yield 3
        finally:
            print("finally 1")
            try:
                yield "from finally"
            finally:
                print("finally 2")


print("-- run to the end")
print(list(g()))
print("-- throw in the suppressing with")
it = g()
next(it)
print(it.throw(ValueError("in b")))
print(next(it))
print(next(it, "end"))
print("-- close in the outer with")
it = g()
for _ in range(3):
    next(it)
try:
    it.close()
except RuntimeError as e:
    print(e)
try:
    print(list(it))
except GeneratorExit as e:
    print(repr(e))
print("-- throw while in finally")
it = g()
for _ in range(4):
    print(next(it))
try:
    it.throw(KeyError("late"))
except KeyError as e:
    print("out", e)


def pending():
    try:
        raise ValueError("pending")
    finally:
        got = yield "paused while raising"
        print("resumed with", got)


p = pending()
print(next(p))
try:
    p.send("go")
except ValueError as e:
    print("then raised", e)


def returning():
    try:
        return "kept over the yield"
    finally:
        yield "paused while returning"


r = returning()
print(next(r))
try:
    next(r)
except StopIteration as e:
    print(e.value)


def handler():
    try:
        raise KeyError("k")
    except KeyError as e:
        yield "in handler"
        print("still", repr(e))
        try:
            raise
        except KeyError:
            yield "bare raise works"
    yield "out"


def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            yield i
        finally:
            yield f"f{i}"


print(list(handler()), list(loop()))
