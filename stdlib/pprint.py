"""Values as text of many lines, where one would be too long."""
import sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint() with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    """A repr that a container within itself does not trouble."""
    return PrettyPrinter()._flat(object, (), 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)


class _Key:
    """Sorts what cannot be compared, too: by the name of the class, then by address."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


def _item_key(item):
    return _Key(item[0]), _Key(item[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    """Makes the text. What is longer than the width is broken, one item a line."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth = indent, width, depth
        self._stream = sys.stdout if stream is None else stream
        self._compact, self._sorts, self._underscores = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        self._ways = self._known_ways()
        return self._broken(object, 0, 0, (), 0)

    def isrecursive(self, object):
        return self._flat(object, (), 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self._flat(object, (), 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """(text, is it readable, is it within itself); for a subclass to change."""
        return self._flat_of(object, tuple(context), level, maxlevels)

    # --- On one line

    def _flat(self, object, around, level):
        text, readable, recursive = self.format(object, dict.fromkeys(around, 1), self._depth, level)
        return text, readable, recursive

    def _flat_of(self, object, around, level, depth):
        made_by = type(object).__repr__
        if self._underscores and made_by is int.__repr__:
            return f"{object:_d}", True, False
        is_dict = made_by is dict.__repr__
        if not is_dict and made_by is not list.__repr__ and made_by is not tuple.__repr__:
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if not object:
            return repr(object), True, False
        open, close = "{}" if is_dict else "[]" if made_by is list.__repr__ else "()"
        if depth and level >= depth:
            return f"{open}...{',' * (open == '(' and len(object) == 1)}{close}", False, id(object) in around
        if id(object) in around:
            return _recursion(object), False, True
        inner = (*around, id(object))
        readable, recursive = True, False

        def flat(value):
            nonlocal readable, recursive
            text, is_readable, is_recursive = self.format(value, dict.fromkeys(inner, 1), depth, level + 1)
            readable, recursive = readable and is_readable, recursive or is_recursive
            return text

        if is_dict:
            texts = [f"{flat(key)}: {flat(value)}" for key, value in self._items(object)]
        else:
            texts = [flat(value) for value in object]
        if open == "(" and len(texts) == 1:
            close = ",)"
        return f"{open}{', '.join(texts)}{close}", readable, recursive

    def _items(self, mapping):
        return sorted(mapping.items(), key=_item_key) if self._sorts else list(mapping.items())

    # --- On many lines. `column` is where the text begins, `after` how much follows it on its last line.

    def _broken(self, object, column, after, around, level):
        if id(object) in around:
            return _recursion(object)
        text = self._flat(object, around, level)[0]
        if len(text) <= self._width - column - after:
            return text
        breaks = self._ways.get(type(object).__repr__)
        inner = (*around, id(object))
        if breaks is not None:
            return breaks(self, object, column, after, inner, level + 1, text)
        if self._is_dataclass(object):
            return self._break_dataclass(object, column, after, inner, level + 1)
        return text

    @staticmethod
    def _is_dataclass(object):
        if isinstance(object, type) or not hasattr(object, "__dataclass_fields__"):
            return False
        made = getattr(type(object).__repr__, "__code__", None)
        return made is not None and made.co_filename == "<string>"  # by module dataclasses, not by the class

    def _join(self, values, column, after, around, level, open, close, key=None):
        """Values in brackets, one a line; with compact as many on a line as fit."""
        column += self._indent
        text = open + " " * (self._indent - 1)
        values = list(values)
        lines, room = [], self._width - column + 1
        for number, value in enumerate(values):
            last = number == len(values) - 1
            behind = after + len(close) if last else 1
            if self._compact:
                flat = self._flat(value, around, level)[0]
                width = len(flat) + 2
                room -= behind if last else 0
                if lines and width <= room:
                    lines[-1] += f", {flat}"
                    room -= width
                    continue
                room = self._width - column + 1 - (behind if last else 0)
                if width <= room:
                    lines.append(flat)
                    room -= width
                    continue
            lines.append(self._broken(value, column, behind, around, level))
        return text + (",\n" + " " * column).join(lines) + close

    def _break_list(self, object, column, after, around, level, text):
        return self._join(object, column, after, around, level, "[", "]")

    def _break_tuple(self, object, column, after, around, level, text):
        return self._join(object, column, after, around, level, "(", ",)" if len(object) == 1 else ")")

    def _break_set(self, object, column, after, around, level, text):
        if not object:
            return text
        if type(object) is set:
            open, close, more = "{", "}", 0
        else:
            open, close = f"{type(object).__name__}({{", "})"
            more = len(type(object).__name__) + 1
        return self._join(sorted(object, key=_Key), column + more, after, around, level, open, close)

    def _dict_lines(self, items, column, after, around, level):
        lines = []
        for number, (key, value) in enumerate(items):
            name = self._flat(key, around, level)[0]
            behind = after if number == len(items) - 1 else 1
            lines.append(f"{name}: {self._broken(value, column + len(name) + 2, behind, around, level)}")
        return (",\n" + " " * column).join(lines)

    def _break_dict(self, object, column, after, around, level, text):
        column += self._indent
        return ("{" + " " * (self._indent - 1) +
                self._dict_lines(self._items(object), column, after + 1, around, level) + "}")

    def _break_string(self, object, column, after, around, level, text):
        """Words as many as fit in each line; in brackets, where the string stands alone."""
        if not object:
            return text
        if level == 1:
            column, after = column + 1, after + 1
        chunks, lines = [], object.splitlines(True)
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            room = self._width - column
            if len(repr(line)) <= room - (after if last else 0):
                chunks.append(repr(line))
                continue
            words, current = self._words(line), ""
            for count, word in enumerate(words):
                if last and count == len(words) - 1:
                    room -= after
                if len(repr(current + word)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return text
        joined = ("\n" + " " * column).join(chunks)
        return f"({joined})" if level == 1 else joined

    def _break_bytes(self, object, column, after, around, level, text):
        """Four bytes after four."""
        if len(object) <= 4:
            return text
        if level == 1:
            column, after = column + 1, after + 1
        chunks, current, room = [], b"", self._width - column
        for at in range(0, len(object), 4):
            part = object[at:at + 4]
            if at == len(object) // 4 * 4:
                room -= after
            if len(repr(current + part)) > room:
                if current:
                    chunks.append(repr(current))
                current = part
            else:
                current += part
        chunks.append(repr(current))
        joined = ("\n" + " " * column).join(chunks)
        return f"({joined})" if level == 1 else joined

    @staticmethod
    def _words(line):
        """Words with the white space that follows them; then an empty one."""
        words, at = [], 0
        while at < len(line):
            start = at
            while at < len(line) and not line[at].isspace():
                at += 1
            while at < len(line) and line[at].isspace():
                at += 1
            words.append(line[start:at])
        return words + [""]

    def _break_namespace(self, object, column, after, around, level, text):
        name = "namespace" if type(object).__name__ == "SimpleNamespace" else type(object).__name__
        return self._break_fields(name, object.__dict__.items(), column, after, around, level)

    def _break_dataclass(self, object, column, after, around, level):
        fields = [(field.name, getattr(object, field.name)) for field in object.__dataclass_fields__.values() if field.repr]
        return self._break_fields(type(object).__qualname__, fields, column, after, around, level)

    def _break_fields(self, name, items, column, after, around, level):
        """NAME(field=value, ...)"""
        column += len(name) + 1
        lines, items = [], list(items)
        for number, (field, value) in enumerate(items):
            behind = after + 1 if number == len(items) - 1 else 1
            if id(value) in around:
                shown = "..."
            else:
                shown = self._broken(value, column + len(field) + 1, behind, around, level)
            lines.append(f"{field}={shown}")
        return f"{name}({(',' + chr(10) + ' ' * column).join(lines)})"

    def _break_ordered_dict(self, object, column, after, around, level, text):
        if not object:
            return text
        name = type(object).__name__ + "("
        return name + self._join(object.items(), column + len(name), after + 1, around, level, "[", "]") + ")"

    def _break_default_dict(self, object, column, after, around, level, text):
        factory = self._flat(object.default_factory, around, level)[0]
        column += len(type(object).__name__) + 1
        return (f"{type(object).__name__}({factory},\n{' ' * column}" +
                self._break_dict(object, column, after + 1, around, level, text) + ")")

    def _break_counter(self, object, column, after, around, level, text):
        if not object:
            return text
        name = type(object).__name__ + "("
        column += len(name) + self._indent
        return (name + "{" + " " * (self._indent - 1) +
                self._dict_lines(object.most_common(), column, after + 2, around, level) + "})")

    def _break_deque(self, object, column, after, around, level, text):
        name = type(object).__name__ + "("
        column += len(name)
        if object.maxlen is None:
            return name + self._join(object, column, after + 1, around, level, "[", "]") + ")"
        most = self._flat(object.maxlen, around, level)[0]
        return f"{name}{self._join(object, column, 2, around, level, '[', ']')},\n{' ' * column}maxlen={most})"

    # How to break what has that repr().
    _WAYS = {
        list.__repr__: _break_list, tuple.__repr__: _break_tuple, dict.__repr__: _break_dict,
        set.__repr__: _break_set, frozenset.__repr__: _break_set, str.__repr__: _break_string,
        bytes.__repr__: _break_bytes,
    }
    # And that of classes of modules which, as long as they are not imported, have no instances.
    _WAYS_OF_MODULES = (
        ("collections", "OrderedDict", _break_ordered_dict), ("collections", "defaultdict", _break_default_dict),
        ("collections", "Counter", _break_counter), ("collections", "deque", _break_deque),
        ("types", "SimpleNamespace", _break_namespace),
    )

    @classmethod
    def _known_ways(cls):
        ways = dict(cls._WAYS)
        for module, name, way in cls._WAYS_OF_MODULES:
            found = getattr(sys.modules.get(module), name, None)
            if found is not None:
                ways[found.__repr__] = way
        return ways

