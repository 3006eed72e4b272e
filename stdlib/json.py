"""JSON: values as text and back."""
__all__ = ["JSONDecodeError", "JSONDecoder", "JSONEncoder", "dump", "dumps", "load", "loads"]


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where: msg, doc, pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        super().__init__(f"{msg}: line {self.lineno} column {self.colno} (char {pos})")


JSONDecodeError.__module__ = "json.decoder"


# --- From values to text ------------------------------------------------------------------------------------

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


def _escape(c):
    short = _SHORT.get(c)
    if short is not None:
        return short
    code = ord(c)
    if code < 0x10000:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}"


def _quote(text, ensure_ascii):
    if ensure_ascii:
        if text.isascii() and text.isprintable() and '"' not in text and "\\" not in text:
            return f'"{text}"'
        return '"' + "".join([c if " " <= c <= "~" and c not in '"\\' else _escape(c) for c in text]) + '"'
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + "".join([_escape(c) if c < " " or c in '"\\' else c for c in text]) + '"'


class JSONEncoder:
    """Makes texts of values. A subclass says in default() what to make of other objects."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The text of a value."""
        return "".join(self.iterencode(o))

    def iterencode(self, o):
        """The text of a value, in pieces."""
        pieces = []
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        self._encode(o, pieces.append, indent, "\n", {})
        return iter(pieces)

    def _float(self, number):
        if number != number:
            text = "NaN"
        elif number in (float("inf"), -float("inf")):
            text = "Infinity" if number > 0 else "-Infinity"
        else:
            return float.__repr__(number)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant")
        return text

    def _scalar(self, o):
        """The text of what is no container; None where it is one, or unknown."""
        if isinstance(o, str):
            return _quote(o, self.ensure_ascii)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        return self._float(o) if isinstance(o, float) else None

    def _key(self, key):
        if isinstance(key, str):
            return key
        text = self._scalar(key)
        if text is None and not self.skipkeys:
            raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
        return text

    def _encode(self, o, write, indent, newline, running):
        text = self._scalar(o)
        if text is not None:
            write(text)
            return
        if self.check_circular:
            if id(o) in running:
                raise ValueError("Circular reference detected")
            running[id(o)] = o
        if isinstance(o, dict):
            self._encode_dict(o, write, indent, newline, running)
        elif isinstance(o, (list, tuple)):
            self._encode_list(o, write, indent, newline, running)
        else:
            self._encode(self.default(o), write, indent, newline, running)
        running.pop(id(o), None)

    def _encode_list(self, items, write, indent, newline, running):
        if not items:
            write("[]")
            return
        inner = newline if indent is None else newline + indent
        before = "[" if indent is None else "[" + inner
        between = self.item_separator if indent is None else self.item_separator + inner
        for item in items:
            write(before)
            self._encode(item, write, indent, inner, running)
            before = between
        write("]" if indent is None else newline + "]")

    def _encode_dict(self, items, write, indent, newline, running):
        if not items:
            write("{}")
            return
        inner = newline if indent is None else newline + indent
        before = "{" if indent is None else "{" + inner
        between = self.item_separator if indent is None else self.item_separator + inner
        for key, value in sorted(items.items()) if self.sort_keys else items.items():
            key = self._key(key)
            if key is None:
                continue
            write(before)
            write(_quote(key, self.ensure_ascii))
            write(self.key_separator)
            self._encode(value, write, indent, inner, running)
            before = between
        if before is not between:  # All keys were skipped.
            write("{}")
        else:
            write("}" if indent is None else newline + "}")


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """The JSON text of a value."""
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
        separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    """Writes the JSON text of a value to a file."""
    encoder = (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
        separators=separators, default=default, sort_keys=sort_keys, **kw)
    for piece in encoder.iterencode(obj):
        fp.write(piece)


# --- From text to values ------------------------------------------------------------------------------------

_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CONSTANTS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": -float("inf")}
_WHITESPACE = " \t\n\r"
_DIGITS = "0123456789"
_HEX_DIGITS = "0123456789abcdefABCDEF"


def _skip(s, i):
    while s[i:i + 1] and s[i] in _WHITESPACE:
        i += 1
    return i


def _unicode_escape(s, i):
    """The number of the four hexadecimal digits after \\u; i is the place of the u."""
    digits = s[i + 1:i + 5]
    if len(digits) != 4 or any(c not in _HEX_DIGITS for c in digits):
        raise JSONDecodeError("Invalid \\uXXXX escape", s, i)
    return int(digits, 16)


class JSONDecoder:
    """Makes values of texts; the hooks say of what classes they are."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__

    def decode(self, s):
        """The value of a text."""
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The value that begins at idx, and the place after it."""
        return self._value(s, idx)

    def _value(self, s, i):
        c = s[i:i + 1]
        if c == '"':
            return self._string(s, i + 1)
        if c == "{":
            return self._object(s, i + 1)
        if c == "[":
            return self._array(s, i + 1)
        for word, value in (("null", None), ("true", True), ("false", False)):
            if c == word[0] and s.startswith(word, i):
                return value, i + len(word)
        if c and c in "-0123456789":
            return self._number(s, i)
        for word in _CONSTANTS:
            if s.startswith(word, i):
                return self.parse_constant(word), i + len(word)
        raise JSONDecodeError("Expecting value", s, i)

    def _number(self, s, start):
        if s.startswith("-Infinity", start):
            return self.parse_constant("-Infinity"), start + 9
        i = start + (s[start] == "-")
        if s[i:i + 1] == "0":
            i += 1
        else:
            first = i
            while s[i:i + 1] and s[i] in _DIGITS:
                i += 1
            if i == first:
                raise JSONDecodeError("Expecting value", s, start)
        end = i
        if s[i:i + 1] == "." and s[i + 1:i + 2] and s[i + 1] in _DIGITS:
            i += 2
            while s[i:i + 1] and s[i] in _DIGITS:
                i += 1
            end = i
        if s[i:i + 1] and s[i] in "eE":
            i += 1
            if s[i:i + 1] and s[i] in "+-":
                i += 1
            first = i
            while s[i:i + 1] and s[i] in _DIGITS:
                i += 1
            if i > first:
                end = i
        text = s[start:end]
        return (self.parse_int if text.lstrip("-").isdigit() else self.parse_float)(text), end

    def _string(self, s, start):
        """The string whose first character is at `start`, and the place after its quote."""
        parts = []
        i = start
        while True:
            quote = s.find('"', i)
            if quote < 0:
                quote = len(s)
            backslash = s.find("\\", i, quote)
            end = quote if backslash < 0 else backslash
            chunk = s[i:end]
            if self.strict and not chunk.isprintable():
                for offset, c in enumerate(chunk):
                    if c < " ":
                        raise JSONDecodeError("Invalid control character at", s, i + offset)
            if end == len(s):
                raise JSONDecodeError("Unterminated string starting at", s, start - 1)
            if backslash < 0:
                if not parts:
                    return chunk, end + 1
                parts.append(chunk)
                return "".join(parts), end + 1
            parts.append(chunk)
            c = s[end + 1:end + 2]
            if not c:
                raise JSONDecodeError("Unterminated string starting at", s, start - 1)
            if c == "u":
                code = _unicode_escape(s, end + 1)
                i = end + 6
                if 0xd800 <= code <= 0xdbff and s.startswith("\\u", i):
                    low = _unicode_escape(s, i + 1)
                    if 0xdc00 <= low <= 0xdfff:
                        code = 0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)
                        i += 6
                parts.append(chr(code))
            elif c in _ESCAPES:
                parts.append(_ESCAPES[c])
                i = end + 2
            else:
                raise JSONDecodeError("Invalid \\escape", s, end)

    def _object(self, s, i):
        pairs = []
        i = _skip(s, i)
        if s[i:i + 1] == "}":
            i += 1
        else:
            while True:
                if s[i:i + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
                key, i = self._string(s, i + 1)
                i = _skip(s, i)
                if s[i:i + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, i)
                value, i = self._value(s, _skip(s, i + 1))
                pairs.append((key, value))
                i = _skip(s, i)
                c = s[i:i + 1]
                if c == "}":
                    i += 1
                    break
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, i)
                i = _skip(s, i + 1)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), i
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made), i

    def _array(self, s, i):
        items = []
        i = _skip(s, i)
        if s[i:i + 1] == "]":
            return items, i + 1
        while True:
            value, i = self._value(s, i)
            items.append(value)
            i = _skip(s, i)
            c = s[i:i + 1]
            if c == "]":
                return items, i + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = _skip(s, i + 1)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """The value of a JSON text."""
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif type(s).__name__ in ("bytes", "bytearray"):
        s = bytes(s).decode("utf-8").removeprefix("\ufeff")
    else:
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
    return (cls or JSONDecoder)(
        object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
        object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    """The value of a file of JSON."""
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)
