# contextlib: contextmanager, closing, suppress, nullcontext-free cases, errors inside.
from contextlib import contextmanager, closing, suppress


@contextmanager
def tag(name, swallow=False):
    print(f"<{name}>", end=" ")
    try:
        yield name.upper()
    except ValueError as e:
        print("saw", e, end=" ")
        if not swallow:
            raise
    finally:
        print(f"</{name}>", end=" ")


with tag("a") as x:
    print(x, end=" ")
print()
with tag("b", swallow=True):
    raise ValueError("inside")
print("swallowed")
try:
    with tag("c"):
        raise ValueError("passes")
except ValueError as e:
    print("outside", e)
try:
    with tag("d") as d, tag("e") as e:
        raise KeyError(d + e)
except KeyError as err:
    print("outside", err)


@contextmanager
def no_yield():
    if False:
        yield


@contextmanager
def two_yields():
    yield 1
    yield 2


@contextmanager
def raises_before():
    raise OSError("before")
    yield


@contextmanager
def replaces():
    try:
        yield
    except ValueError as e:
        raise TypeError("replaced") from e


@contextmanager
def continues_after_error():
    try:
        yield
    except Exception:
        pass
    yield "again"


for cm in (no_yield, two_yields, raises_before):
    try:
        with cm() as v:
            print("body", v, end=" ")
    except (RuntimeError, OSError) as e:
        print(type(e).__name__, e)
for cm in (replaces, two_yields, continues_after_error):
    try:
        with cm():
            raise ValueError("v")
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__))
try:
    with tag("stop"):
        raise StopIteration("through a generator")
except StopIteration as e:
    print("StopIteration kept", e)
t = tag("once")
with t:
    pass
try:
    with t:
        pass
except (RuntimeError, AttributeError) as e:
    print("reused:", type(e).__name__)


@tag("deco")
def decorated(x):
    print("decorated", x, end=" ")
    return x * 2


print(decorated(1), decorated(2), decorated.__name__)


class Res:
    def close(self):
        print("closed", end=" ")


with closing(Res()) as r:
    print(type(r).__name__, end=" ")
print()


def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen closed")


with closing(gen()) as g:
    print(next(g))
with suppress(KeyError, IndexError):
    {}["k"]
print("suppressed")
with suppress(ZeroDivisionError):
    print("before", end=" ")
    1 / 0
    print("never")
print("after")
try:
    with suppress(KeyError):
        int("x")
except ValueError as e:
    print(e)
with suppress():
    pass


def returns():
    with tag("ret") as v, suppress(Exception):
        return v


print(returns(), [x for x in "ab" if not suppress().__enter__()])
