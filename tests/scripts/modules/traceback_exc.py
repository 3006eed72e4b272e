# print_exc(), format_exc(), print_exception(), format_exception(): the interpreter's very text.
import sys
import traceback


def divide(x):
    return 1 / x


def work(n):
    values = [divide(n),
              2]
    return values


try:
    work(0)
except ZeroDivisionError as e:
    error = e
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exc())
    print(traceback.format_exception(e))
    print(traceback.format_exception_only(e))
    for limit in 1, 2, -1, 0:
        print(limit, traceback.format_exc(limit=limit))
print(traceback.format_exc())
traceback.print_exception(error, limit=1, file=sys.stdout)
traceback.print_exception(type(error), error, None, file=sys.stdout)
traceback.print_exception(ValueError("never raised"), file=sys.stdout)
print(traceback.format_exception(KeyError, KeyError("k"), error.__traceback__))
print(traceback.format_exception_only(KeyError, KeyError("k")))
print(traceback.format_exception(None, None, None))
