"""Warnings: what they are, who wants to see them, and how they are shown.

A filter is a tuple (action, message, category, module, line number); the first one that fits decides. A module that
warned notes in its __warningregistry__ what has been shown; the notes are void when the filters change.
"""
import sys

__all__ = [
    "warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
    "catch_warnings",
]

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class _Pattern:
    """A regular expression of the few kinds that filters need: characters, `.`, `.*`, `.+`, and `\\` before what is
    meant as it is. Others are refused."""

    def __init__(self, pattern, ignore_case):
        self.pattern, self._ignore_case = pattern, ignore_case
        self._parts = []  # characters; None stands for any one, Ellipsis for any number
        characters = iter(pattern)
        for c in characters:
            if c == "\\":
                c = next(characters, "\\")
                if c.isalnum():
                    self._refuse()
                self._parts.append(self._fold(c))
            elif c == "*" and self._parts and self._parts[-1] is None:
                self._parts[-1] = ...
            elif c == "+" and self._parts and self._parts[-1] is None:
                self._parts.append(...)
            elif c in "*+?[](){}|^$":
                self._refuse()
            else:
                self._parts.append(None if c == "." else self._fold(c))

    def __repr__(self):
        return f"re.compile({self.pattern!r}{', re.IGNORECASE' if self._ignore_case else ''})"

    def _refuse(self):
        raise NotImplementedError(f"Bide has no regular expressions: {self.pattern!r} is too much for a filter")

    def _fold(self, text):
        return text.lower() if self._ignore_case else text

    def match(self, text):
        """Does the text begin so?"""
        text = self._fold(text)
        places = {0}
        for part in self._parts:
            if part is ...:
                places = set(range(min(places), len(text) + 1))
            else:
                places = {at + 1 for at in places if at < len(text) and (part is None or text[at] == part)}
            if not places:
                return False
        return True


# --- Filters ------------------------------------------------------------------------------------------------

filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
onceregistry = {}
_version = 1  # of the filters


def _filters_mutated():
    global _version
    _version += 1


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """What to do with warnings whose text and module begin as these patterns say."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter((action, _Pattern(message, True) if message else None, category,
                 _Pattern(module, False) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """What to do with warnings of a category, whatever they say."""
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    """Forgets all filters."""
    filters.clear()
    _filters_mutated()


def _fits(pattern, text):
    return pattern is None or (pattern == text if isinstance(pattern, str) else pattern.match(text))


# --- Warning ------------------------------------------------------------------------------------------------

class WarningMessage:
    """One warning, as showwarning() gets it and catch_warnings(record=True) keeps it."""

    _FIELDS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def _place(stacklevel):
    """File, line and globals of the caller's caller, or of whoever called so many levels further up."""
    try:
        frame = sys._getframe(stacklevel + 1)
    except ValueError:
        return "sys", 1, sys.__dict__
    return frame.f_code.co_filename, frame.f_lineno, frame.f_globals


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warns of the place that calls; with stacklevel=2, of the place that called that."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    stacklevel = max(stacklevel, 1)
    filename, lineno, where = _place(stacklevel)
    while skip_file_prefixes and filename.startswith(tuple(skip_file_prefixes)):
        stacklevel += 1
        filename, lineno, where = _place(stacklevel)
    registry = where.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, where.get("__name__") or "<string>", registry, where, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warns of a place that is given; `registry` is a dict in which it is noted."""
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = defaultaction
    for item in filters:
        wanted, text_pattern, of, module_pattern, line = item
        if issubclass(category, of) and line in (0, lineno) and _fits(text_pattern, text) and \
                _fits(module_pattern, module):
            action = wanted
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == "module":
        registry[key] = 1
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = 1
    elif action == "default":
        registry[key] = 1
    elif action != "always":
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {item}")
    _show(WarningMessage(message, category, filename, lineno, source=source))


# --- Showing ------------------------------------------------------------------------------------------------

def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning: place, category, message, and the source line."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


def _format(warning):
    category = warning.category.__name__
    text = f"{warning.filename}:{warning.lineno}: {category}: {warning.message}\n"
    line = warning.line
    if line is None:
        import linecache
        line = linecache.getline(warning.filename, warning.lineno)
    if line:
        text += f"  {line.strip()}\n"
    if warning.source is not None:
        text += f"{category}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, sys.stderr by default. A script may put a function of its own in its place."""
    _write(WarningMessage(message, category, filename, lineno, file, line))


_own_showwarning, _own_formatwarning = showwarning, formatwarning


def _write(warning):
    file = warning.file or sys.stderr
    if file is None:
        return
    if formatwarning is not _own_formatwarning:
        text = formatwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.line)
    else:
        text = _format(warning)
    try:
        file.write(text)
    except OSError:
        pass  # the file is gone: the warning is lost


def _show(warning):
    if showwarning is _own_showwarning:
        _write(warning)
    elif not callable(showwarning):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    else:
        showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)


class catch_warnings:
    """Puts filters and showwarning() back at its end. With record=True the warnings of the block go into the list
    that it gives instead of being shown."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        arguments = ["record=True"] if self._record else []
        if self._module is not sys.modules["warnings"]:
            arguments.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(arguments)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._saved = module.filters, module.showwarning, module._show
        module.filters = module.filters[:]
        module._filters_mutated()
        log = None
        if self._record:
            log = []
            module._show = log.append
            module.showwarning = module._own_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters, module.showwarning, module._show = self._saved
        module._filters_mutated()
