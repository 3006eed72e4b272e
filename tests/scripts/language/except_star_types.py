"""What except* refuses to catch."""
def show(error, indent=""):
    cause = " from " + repr(error.__cause__) if error.__cause__ else ""
    context = " in " + repr(error.__context__) if error.__context__ else ""
    print(indent + repr(error) + cause + context, lines(error))
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            show(inner, indent + "    ")


def lines(error):
    found, at = [], error.__traceback__
    while at:
        found.append((at.tb_frame.f_code.co_name, at.tb_lineno))
        at = at.tb_next
    return found


def attempt(function):
    print("--", function.__name__)
    try:
        function()
    except BaseException as error:
        show(error)


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
