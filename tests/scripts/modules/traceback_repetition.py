# Equal entries in a row are counted.
import traceback


def down(n):
    return down(n - 1) if n else 1 / 0


def turns(n):
    if n == 0:
        raise LookupError
    others(n)


def others(n):
    turns(n - 1)


for n in 2, 3, 4, 9:
    try:
        down(n)
    except ZeroDivisionError as e:
        print(traceback.format_exc())
        print(len(traceback.extract_tb(e.__traceback__)), len(traceback.format_tb(e.__traceback__)))
try:
    turns(3)
except LookupError as e:
    print(len(traceback.format_exception(e)))
try:
    down(10_000)
except RecursionError as e:
    lines = traceback.format_exception(e)
    print(lines[-1], len(lines))
