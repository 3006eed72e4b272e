# TracebackException: an exception kept as text.
import sys
import traceback


def work(x):
    return int(x)


try:
    try:
        work("1x")
    except ValueError as e:
        raise RuntimeError("work failed") from e
except RuntimeError as e:
    kept = traceback.TracebackException.from_exception(e)
print(kept, kept.exc_type.__name__)
print(list(kept.format()))
print(list(kept.format(chain=False)))
print(list(kept.format_exception_only()))
print(kept.stack, kept.stack[0].name)
print(kept.__cause__, kept.__cause__.exc_type.__name__, kept.__context__, kept.__suppress_context__)
print([entry.line for entry in kept.__cause__.stack])
kept.print(file=sys.stdout)
group = traceback.TracebackException.from_exception(ExceptionGroup("g", [ValueError(1), TypeError(2)]))
print([str(member) for member in group.exceptions])
