"""What is raised inside clauses of except* joins what is left in a new group."""

from _exceptions import attempt


def one_raise():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* TypeError:
        raise OSError(4)
    except* ValueError as e:
        print(repr(e))


def raise_and_reraise():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* TypeError:
        raise OSError(4)
    except* ValueError:
        raise


def raise_by_name():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* TypeError as e:
        raise e
    except* ValueError as e:
        raise e


def bare_in_tree():
    try:
        raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2), KeyError(3)])])
    except* TypeError:
        raise
    except* KeyError:
        pass


def nothing_left_but_one():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* Exception as e:
        raise e.exceptions[0]


def from_cause():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* TypeError:
        raise ExceptionGroup("new", [OSError(1)]) from None
    except* ValueError:
        raise ExceptionGroup("new", [OSError(1)]) from OSError(5)


def naked_raise():
    try:
        raise ValueError(1)
    except* ValueError:
        raise TypeError(2)


def naked_reraise():
    try:
        raise ValueError(1)
    except* ValueError:
        raise


def naked_by_name():
    try:
        raise ValueError(1)
    except* ValueError as e:
        raise e


def in_type():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* TypeError:
        raise OSError("forgotten")
    except* 1 / 0:
        pass


def noted():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* TypeError as e:
        e.add_note("lost: it joins the rest again")
        raise


for f in (one_raise, raise_and_reraise, raise_by_name, bare_in_tree, nothing_left_but_one, from_cause, naked_raise,
          naked_reraise, naked_by_name, in_type, noted):
    attempt(f)
