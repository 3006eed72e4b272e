"""What is being handled inside clauses of except*."""
import sys
from _exceptions import attempt


def handled():
    return repr(sys.exc_info()[1])


def clauses():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3), OSError(4)])
    except* TypeError as e:
        print("TypeError", handled())
        try:
            e.nothing
        except AttributeError as error:
            print(repr(error.__context__))
        print("TypeError", handled())
    except* (print("between", handled()) or KeyError):
        print("KeyError", handled())
        try:
            raise
        except Exception as error:
            print("raised again", repr(error))
        try:
            print("in a try", handled())
        finally:
            print("in a finally", handled())
    finally:
        print("finally", handled())


def inside_a_handler():
    try:
        raise RuntimeError("outer")
    except RuntimeError:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError:
            print(handled())
        except* TypeError:
            print(handled())
        print("after", handled())


attempt(clauses)
print(handled())
attempt(inside_a_handler)
print(handled())
