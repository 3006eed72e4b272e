"""Exceptions and stacks as text, as the interpreter prints them: both take it from _traceback."""
import _traceback
import sys

__all__ = [
    "FrameSummary", "StackSummary", "TracebackException", "clear_frames", "extract_stack", "extract_tb",
    "format_exc", "format_exception", "format_exception_only", "format_list", "format_stack", "format_tb",
    "print_exc", "print_exception", "print_last", "print_list", "print_stack", "print_tb", "walk_stack", "walk_tb",
]


# --- Places -------------------------------------------------------------------------------------------------

class FrameSummary:
    """One place of a stack: filename, lineno, name, and the source line."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self.locals = {name: repr(value) for name, value in locals.items()} if locals else None
        self._line = line
        if lookup_line:
            self.line

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def _place(self):
        return (self.filename, self.lineno, self.name, self._original_line.rstrip("\n") if self.line else None,
                self.end_lineno, self.colno, self.end_colno)

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == \
                (other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _summary(place):
    filename, lineno, name, line, end_lineno, colno, end_colno = place
    return FrameSummary(filename, lineno, name, line=line or "", end_lineno=end_lineno, colno=colno,
                        end_colno=end_colno)


class StackSummary(list):
    """A list of such places, the outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Of pairs of a frame and a line."""
        _refuse_locals(capture_locals)
        pairs = list(frame_gen)
        if limit is not None:
            pairs = pairs[:limit] if limit >= 0 else pairs[limit:]
        places = [_traceback.place(frame.f_code, lineno) for frame, lineno in pairs]
        return cls([_summary(place) for place in places if place is not None])

    @classmethod
    def from_list(cls, a_list):
        """Of FrameSummary objects, or tuples (filename, lineno, name, line)."""
        summary = cls()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            summary.append(entry)
        return summary

    def format_frame_summary(self, frame_summary):
        """The text of one place."""
        return _traceback.format_entries([frame_summary._place()])[0]

    def format(self):
        """The text: a list of strings of whole lines."""
        return _traceback.format_entries([entry._place() for entry in self])


def _refuse_locals(capture_locals):
    if capture_locals:
        raise NotImplementedError("Bide's tracebacks do not keep local variables: capture_locals")


def walk_stack(f):
    """Pairs of a frame and the line where it stands, from f outwards; without f, from the caller on."""
    if f is None:
        f = sys._getframe().f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Pairs of a frame and the line where the exception passed, towards the place where it was raised."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    return StackSummary([_summary(place) for place in _traceback.extract(tb, limit)])


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    places = [place for frame, lineno in walk_stack(f)
              if (place := _traceback.place(frame.f_code, lineno)) is not None]
    if limit is not None:
        places = places[:limit] if limit >= 0 else places[limit:]
    return StackSummary([_summary(place) for place in reversed(places)])


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f or sys._getframe(1), limit).format()


def clear_frames(tb):
    """The frames of a traceback keep nothing: there is nothing to clear."""


# --- Exceptions ---------------------------------------------------------------------------------------------

_MISSING = object()


def _parse_arguments(exc, value, tb):
    if (value is _MISSING) != (tb is _MISSING):
        raise ValueError("Both or neither of value and tb must be given")
    if value is tb is _MISSING:
        if exc is None:
            return None, None
        if isinstance(exc, BaseException):
            return exc, exc.__traceback__
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return value, tb


def format_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, chain=True):
    """What the interpreter would print: a list of strings of whole lines. It takes an exception, or its class, it
    and its traceback."""
    value, tb = _parse_arguments(exc, value, tb)
    if value is None:
        return ["NoneType: None\n"]
    return _traceback.format_exception(value, tb, limit, chain)


def format_exception_only(exc, /, value=_MISSING):
    """The last lines alone: the class and the message."""
    if value is _MISSING:
        value = exc
    if value is None:
        return ["NoneType: None\n"]
    if not isinstance(value, BaseException):
        raise AttributeError(f"'{type(value).__name__}' object has no attribute '__suppress_context__'")
    return _traceback.format_exception_only(value)


def format_exc(limit=None, chain=True):
    """The exception that is being handled."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


class TracebackException:
    """An exception as it will be shown."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        _refuse_locals(capture_locals)
        seen = [] if _seen is None else _seen
        seen.append(exc_value)
        self._value, self._traceback, self._limit = exc_value, exc_traceback, limit
        self.exc_type, self._str = exc_type, str(exc_value)
        self.stack = extract_tb(exc_traceback, limit)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = self._of(exc_value.__cause__, seen)
        self.__context__ = self._of(exc_value.__context__, seen)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [self._of(member, seen) for member in exc_value.exceptions]
        elif isinstance(exc_value, SyntaxError):
            self.filename, self.text, self.msg = exc_value.filename, exc_value.text, exc_value.msg
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.offset, self.end_offset = exc_value.offset, exc_value.end_offset

    def _of(self, exc, seen):
        if exc is None or any(exc is other for other in seen):
            return None
        return TracebackException(type(exc), exc, exc.__traceback__, limit=self._limit, _seen=seen)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from _traceback.format_exception_only(self._value)

    def format(self, *, chain=True):
        yield from _traceback.format_exception(self._value, self._traceback, self._limit, chain)

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)


# --- Printing -----------------------------------------------------------------------------------------------

def _print(pieces, file):
    print("".join(pieces), file=sys.stderr if file is None else file, end="")


def print_exception(exc, /, value=_MISSING, tb=_MISSING, limit=None, file=None, chain=True):
    _print(format_exception(exc, value, tb, limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    _print(format_exception(sys.exception(), limit=limit, chain=chain), file)


def print_last(limit=None, file=None, chain=True):
    """The exception that came to the prompt last."""
    if not hasattr(sys, "last_value"):
        raise ValueError("no last exception")
    _print(format_exception(sys.last_value, limit=limit, chain=chain), file)


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _print(extract_stack(f or sys._getframe(1), limit).format(), file)


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)
