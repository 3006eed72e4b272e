"""What except* refuses to catch."""

from _exceptions import attempt


def group_type():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup:
        pass


def group_in_tuple():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* (ValueError, BaseExceptionGroup):
        pass


def subclass_of_group():
    class Mine(ExceptionGroup):
        pass

    try:
        raise ValueError(1)
    except* Mine:
        pass


def no_exception_class():
    try:
        raise ValueError(1)
    except* int:
        pass


def not_in_tuple():
    try:
        raise ValueError(1)
    except* (ValueError, int):
        pass


def not_asked():
    try:
        pass
    except* int:
        print("never evaluated")
    print("fine")


def checked_when_nothing_is_left():
    try:
        raise ValueError(1)
    except* ValueError:
        pass
    except* ExceptionGroup:
        pass


def computed():
    kinds = {"a": ValueError, "b": (KeyError, IndexError)}
    try:
        raise ExceptionGroup("g", [ValueError(1), IndexError(2), OSError(3)])
    except* kinds["a"] as e:
        print(repr(e))
    except* kinds["b"] as e:
        print(repr(e))


for f in (group_type, group_in_tuple, subclass_of_group, no_exception_class, not_in_tuple, not_asked,
          checked_when_nothing_is_left, computed):
    attempt(f)
