"""except*: each clause takes its share, the rest goes on."""

from _exceptions import show, attempt


def all_caught():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), ValueError(3)])
    except* ValueError as e:
        print(repr(e))
    except* TypeError as e:
        print(repr(e))
    else:
        print("not reached")
    try:
        e
    except UnboundLocalError as error:
        print(error)


def rest_goes_on():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* TypeError:
        print("TypeError")


def in_a_tree():
    try:
        raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), KeyError(3), ValueError(4)])])
    except* (TypeError, KeyError) as e:
        show(e)


def first_clause_takes_all():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* Exception as e:
        print("all", repr(e))
    except* ValueError as e:
        print("none is left", repr(e))


def naked():
    try:
        raise ValueError("alone")
    except* TypeError:
        print("no")
    except* ValueError as e:
        show(e)


def naked_not_caught():
    try:
        raise ValueError("alone")
    except* TypeError:
        print("no")


def naked_base():
    try:
        raise KeyboardInterrupt
    except* BaseException as e:
        print(repr(e), isinstance(e, Exception))


def no_exception():
    try:
        print("body")
    except* ValueError:
        print("no")
    else:
        print("else")
    finally:
        print("finally")


for f in (all_caught, rest_goes_on, in_a_tree, first_clause_takes_all, naked, naked_not_caught, naked_base, no_exception):
    attempt(f)
