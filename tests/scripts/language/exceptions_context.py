# __cause__, __context__, __suppress_context__; raise from; bare raise; errors in handlers and finally.
def chain(e):
    parts = []
    while e is not None:
        parts.append(f"{type(e).__name__}({e}) cause={e.__cause__!r} suppress={e.__suppress_context__}")
        e = e.__cause__ or e.__context__
    return " <- ".join(parts)


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        {}["k"]


def explicit():
    try:
        int("x")
    except ValueError as e:
        raise RuntimeError("wrapped") from e


def suppressed():
    try:
        int("x")
    except ValueError:
        raise RuntimeError("clean") from None


def from_class():
    raise KeyError("k") from IndexError


def in_finally():
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")


def three():
    try:
        try:
            raise ValueError(1)
        except ValueError:
            raise TypeError(2)
    except TypeError:
        raise OSError(3)


def bare():
    try:
        raise ValueError("again")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise


def outer_except():
    try:
        raise ValueError("a")
    except ValueError as e:
        saved = e
    raise LookupError("no context now")


for f in (implicit, explicit, suppressed, from_class, in_finally, three, bare, outer_except):
    try:
        f()
    except Exception as e:
        print(f.__name__, "|", chain(e), "| context", repr(e.__context__))
try:
    raise
except RuntimeError as e:
    print(e)
for bad in (5, "text", None, object):
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
try:
    try:
        raise ValueError("v")
    except 5:
        pass
except TypeError as e:
    print(e, repr(e.__context__))
try:
    raise ValueError
except ValueError as e:
    print(repr(e), e.args, e.__traceback__ is not None, e.with_traceback(None) is e, e.__traceback__)
err = ValueError("same")
try:
    try:
        raise err
    except ValueError:
        raise err
except ValueError as e:
    print(e is err, e.__context__)


def reraise_variable():
    try:
        1 / 0
    except ZeroDivisionError as e:
        copy = e
        raise copy


try:
    reraise_variable()
except ZeroDivisionError as e:
    print(chain(e))
