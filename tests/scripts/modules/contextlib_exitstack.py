# contextlib.ExitStack: order of callbacks, errors, suppression, pop_all, push.
from contextlib import ExitStack, contextmanager


@contextmanager
def res(name):
    print("open", name, end=" ")
    try:
        yield name
    finally:
        print("close", name, end=" ")


with ExitStack() as stack:
    names = [stack.enter_context(res(n)) for n in "abc"]
    print(names, end=" ")
print()
with ExitStack() as stack:
    stack.callback(print, "callback", 1, sep="-", end=" ")
    stack.enter_context(res("x"))
    stack.callback(lambda: print("last in, first out", end=" "))
    print("body", end=" ")
print()
try:
    with ExitStack() as stack:
        stack.enter_context(res("p"))
        raise ValueError("body failed")
except ValueError as e:
    print("outside", e)


class Exit:
    def __init__(self, name, result=None, error=None):
        self.name, self.result, self.error = name, result, error

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, end=" ")
        if self.error:
            raise self.error
        return self.result


with ExitStack() as stack:
    stack.enter_context(Exit("outer"))
    stack.enter_context(Exit("suppressor", True))
    stack.enter_context(Exit("inner"))
    raise KeyError("k")
print("suppressed")
try:
    with ExitStack() as stack:
        stack.enter_context(Exit("sees type error"))
        stack.enter_context(Exit("raiser", error=TypeError("from exit")))
        raise ValueError("first")
except TypeError as e:
    print("outside", e, repr(e.__context__))


def plain_exit(kind, value, tb):
    print("pushed", kind, end=" ")
    return True


with ExitStack() as stack:
    stack.push(plain_exit)
    stack.push(Exit("pushed manager"))
    1 / 0
print()
with ExitStack() as stack:
    stack.enter_context(res("moved"))
    kept = stack.pop_all()
print("nothing closed yet", end=" ")
kept.close()
print()
stack = ExitStack()
stack.enter_context(res("by hand"))
with stack:
    print("used", end=" ")
print()


@contextmanager
def conditional(flags):
    with ExitStack() as s:
        yield [s.enter_context(res(f)) for f in flags]


with conditional("12") as got:
    print(got, end=" ")
print()
for bad in (5, None, "x"):
    try:
        with ExitStack() as s:
            s.enter_context(bad)
    except TypeError as e:
        print(e)
try:
    with ExitStack() as s:
        s.enter_context(res("ok"))
        s.enter_context(Exit("never entered", error=OSError("exit error")))
except OSError as e:
    print("outside", e)
with ExitStack():
    print("empty stack")
