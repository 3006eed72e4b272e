"""How long small pieces of code take.

usage: timeit [-n N] [-r N] [-u UNIT] [-s SETUP] [-p] [-v] [STATEMENT ...]
"""
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _indented(text, margin):
    return text.replace("\n", "\n" + " " * margin)


class Timer:
    """Times a statement, after a setup; both are text, or functions without parameters."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        namespace = sys.modules["__main__"].__dict__ if globals is None else globals
        given = {}
        self.src = "\n".join([
            f"def inner(_number, _timer{', _setup' if callable(setup) else ''}{', _stmt' if callable(stmt) else ''}):",
            f"    {self._text(setup, 'setup', given, 4)}",
            "    _begin = _timer()",
            "    for _turn in range(_number):",
            f"        {self._text(stmt, 'stmt', given, 8)}",
            "    return _timer() - _begin\n",
        ])
        made = {}
        exec(compile(self.src, "<timeit-src>", "exec"), namespace, made)
        self._function, self._given = made["inner"], given

    @staticmethod
    def _text(code, name, given, margin):
        if isinstance(code, str):
            # It must stand on its own; errors count the lines of the setup, taken for one.
            compile("\n" + code if name == "stmt" else code, "<timeit-src>", "exec")
            return _indented(code, margin)
        if not callable(code):
            raise ValueError(f"{name} is neither a string nor callable")
        given["_" + name] = code
        return f"_{name}()"

    def timeit(self, number=default_number):
        """Seconds that so many turns take, the setup aside."""
        return self._function(number, self.timer, **self._given)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """How many turns last 0.2 seconds or more, of 1, 2, 5, 10, 20 and so on; and how long they took."""
        scale = 1
        while True:
            for digit in 1, 2, 5:
                number = scale * digit
                seconds = self.timeit(number)
                if callback:
                    callback(number, seconds)
                if seconds >= 0.2:
                    return number, seconds
            scale *= 10

    def print_exc(self, file=None):
        import traceback
        traceback.print_exc(file=file)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number,
           globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


# --- On the command line ------------------------------------------------------------------------------------

_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def _parse(args):
    """Options by their letter, and the statement."""
    options, setup = {}, []
    args = list(args)
    while args and args[0].startswith("-") and args[0] != "-":
        option = args.pop(0)
        if option == "--":
            break
        letter, value = option[1:2], option[2:]
        if letter in ("h", "v", "p"):
            options[letter] = True
            if value:
                args.insert(0, "-" + value)
            continue
        if letter not in ("n", "r", "u", "s"):
            raise ValueError(f"option {option} not recognized")
        if not value:
            if not args:
                raise ValueError(f"option -{letter} requires argument")
            value = args.pop(0)
        if letter == "s":
            setup.append(value)
        else:
            options[letter] = value
    return options, "\n".join(setup) or "pass", "\n".join(args) or "pass"


def main(args=None):
    try:
        options, setup, statement = _parse(sys.argv[1:] if args is None else args)
        number, turns = int(options.get("n", 0)), max(int(options.get("r", default_repeat)), 1)
        if options.get("u", "sec") not in _UNITS:
            raise ValueError("Unrecognized unit. Please select nsec, usec, msec, or sec.")
    except ValueError as e:
        print(e, file=sys.stderr)
        print("use -h for command line help", file=sys.stderr)
        return 2
    if "h" in options:
        print(__doc__, end="")
        return 0

    def show(seconds):
        unit = options.get("u")
        if unit is None:
            unit = next((name for name in ("sec", "msec", "usec") if seconds >= _UNITS[name]), "nsec")
        return f"{seconds / _UNITS[unit]:.3g} {unit}"

    timer = Timer(statement, setup, time.process_time if "p" in options else default_timer)
    try:
        if number == 0:
            number, _ = timer.autorange(
                lambda count, seconds: "v" in options and print(f"{count} loop{'s' * (count != 1)} -> {show(seconds)}"))
        seconds = timer.repeat(turns, number)
    except Exception:
        timer.print_exc()
        return 1
    if "v" in options:
        print(f"raw times: {', '.join([show(each) for each in seconds])}\n")
    each = [taken / number for taken in seconds]
    print(f"{number} loop{'s' * (number != 1)}, best of {turns}: {show(min(each))} per loop")
    return None


if __name__ == "__main__":
    sys.exit(main())
