# Exceptions through several calls, re-raised, replaced, with finally on the way.
def level(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        level(n - 1)
    finally:
        print("leaving", n)


try:
    level(2)
except ValueError as e:
    print(e)


def translate(f):
    try:
        return f()
    except KeyError as e:
        raise LookupError(f"no {e.args[0]}") from e
    except (TypeError, ValueError):
        raise
    except Exception:
        return "other"


for f in (lambda: {}["k"], lambda: int("x"), lambda: None + 1, lambda: 1 / 0, lambda: 5):
    try:
        print(translate(f))
    except Exception as e:
        print(type(e).__name__, e, repr(e.__cause__))


def last_wins():
    try:
        raise ValueError("first")
    except ValueError:
        try:
            raise KeyError("second")
        except KeyError:
            pass
        raise


try:
    last_wins()
except Exception as e:
    print(repr(e), repr(e.__context__))


def chain():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            {}["missing"]
    except KeyError as e:
        return e


e = chain()
while e:
    print(repr(e))
    e = e.__context__
