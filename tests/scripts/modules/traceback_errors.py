# What traceback refuses, and exceptions that cannot be shown.
import traceback


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(f"{type(e).__name__}: {e}")


attempt(traceback.format_exception, 3)
attempt(traceback.format_exception, ValueError)
attempt(traceback.format_exception, ValueError, ValueError("x"))
attempt(traceback.format_exception_only, 3)
attempt(traceback.print_last)


class Mute(Exception):
    def __str__(self):
        raise RuntimeError("no")


class Outer:
    class Inner(Exception):
        pass


attempt(traceback.format_exception, Mute())
attempt(traceback.format_exception_only, Outer.Inner("message"))
attempt(traceback.format_exception_only, ValueError())
attempt(traceback.format_exception_only, ValueError(""))
attempt(traceback.format_exception_only, KeyError("a"))
attempt(traceback.format_exception_only, OSError(2, "No such file", "name"))
attempt(traceback.format_exception_only, SystemExit(3))
attempt(traceback.format_exception_only, ValueError("two\nlines"))
