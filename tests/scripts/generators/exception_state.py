# Each generator has its own handled exception: sys.exc_info and __context__ across yields.
import sys


def kind():
    return sys.exc_info()[0] and sys.exc_info()[0].__name__


def gen():
    print("gen begins with", kind())
    try:
        raise KeyError("inside")
    except KeyError:
        print("gen handles", kind())
        yield 1
        print("gen still handles", kind())
    print("gen after handler", kind())
    yield 2
    print("gen ends with", kind())


g = gen()
try:
    raise ValueError("outside")
except ValueError:
    next(g)
    print("outside handles", kind())
print("outside", kind())
next(g)
print("outside", kind())
try:
    raise IndexError
except IndexError:
    print(next(g, "end"), kind())


def raises():
    yield
    raise TypeError("new")


r = raises()
next(r)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        next(r)
except TypeError as e:
    print("context from the caller:", repr(e.__context__))


def handles_then_raises():
    try:
        raise KeyError("first")
    except KeyError:
        yield
        raise TypeError("second")


r = handles_then_raises()
next(r)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        next(r)
except TypeError as e:
    print("context inside:", repr(e.__context__), "then", repr(e.__context__.__context__))


def bare():
    try:
        yield
    finally:
        pass
    raise


b = bare()
next(b)
try:
    try:
        raise OSError("of the caller")
    except OSError:
        next(b)
except (OSError, RuntimeError) as e:
    print(type(e).__name__, e)


def throws():
    try:
        yield
    except ValueError as e:
        print("thrown context", repr(e.__context__))


t = throws()
next(t)
try:
    1 / 0
except ZeroDivisionError:
    try:
        t.throw(ValueError("v"))
    except StopIteration as e:
        print("stop context", repr(e.__context__))
