# raise: classes, instances, causes, nothing to raise.
def show(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__, e.args, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


def raise_class():
    raise ValueError


def raise_instance():
    raise ValueError("text", 1)


def raise_from():
    raise ValueError("new") from KeyError("old")


def raise_from_class():
    raise ValueError("new") from KeyError


def raise_from_none():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("new") from None


def raise_in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("new")


def raise_nothing():
    raise


def raise_wrong():
    raise "text"


def raise_wrong_cause():
    raise ValueError from 5


def raise_class_that_fails():
    class Fails(Exception):
        def __init__(self):
            raise KeyError("in init")
    raise Fails


def raise_conditional():
    raise (ValueError if True else KeyError)("chosen")


for f in (raise_class, raise_instance, raise_from, raise_from_class, raise_from_none, raise_in_handler, raise_nothing, raise_wrong,
          raise_wrong_cause, raise_class_that_fails, raise_conditional):
    show(f)
