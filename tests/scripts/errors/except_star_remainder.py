# record: stderr
"""What no clause of except* catches, and what clauses raise, is printed as one group."""


def part(error):
    try:
        raise error
    except type(error) as caught:
        return caught


def fails():
    raise ExceptionGroup("several", [part(ValueError(1)), part(TypeError(2)), KeyError(3), OSError(4)])


try:
    fails()
except* ValueError as group:
    raise RuntimeError("raised by a clause") from group
except* TypeError:
    raise
except* KeyError as group:
    group.add_note("handled")
