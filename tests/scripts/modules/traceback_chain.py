# Causes and contexts, with and without chain=.
import sys
import traceback


def lookup(key):
    try:
        return {}[key]
    except KeyError as e:
        raise ValueError(f"no {key}") from e


try:
    lookup("x")
except ValueError as e:
    traceback.print_exc(file=sys.stdout)
    traceback.print_exc(file=sys.stdout, chain=False)
    print(traceback.format_exception(e))
try:
    try:
        1 / 0
    except ZeroDivisionError:
        None.nothing
except AttributeError as e:
    print(traceback.format_exc())
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise LookupError("alone") from None
except LookupError as e:
    e.add_note("a note\nof two lines")
    e.add_note("another")
    print(traceback.format_exc())
    print(traceback.format_exception_only(e))
