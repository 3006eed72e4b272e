"""Constants for classifying characters, templates with $names, and formatting that can be varied."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Splits into words, capitalizes each, and joins them again."""
    return (sep or " ").join(word.capitalize() for word in s.split(sep))


# --- Templates ----------------------------------------------------------------------------------------------

_NO_ARGUMENT = {}


class Template:
    """A text with places $name or ${name}; $$ is a dollar sign. A subclass may choose another delimiter."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Pairs of the text before a place and what stands there: (place, name), or (place, None) where it is
        neither a name nor the delimiter doubled. The last pair has None."""
        text, delimiter = self.template, self.delimiter
        literal, at = "", 0
        while (found := text.find(delimiter, at)) >= 0:
            literal += text[at:found]
            start = found + len(delimiter)
            if text.startswith(delimiter, start):
                literal += delimiter
                at = start + len(delimiter)
                continue
            braced = text.startswith("{", start)
            first = end = start + braced
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
                end += 1
            name = text[first:end]
            if not name or name[0].isdigit() or braced and not text.startswith("}", end):
                name, at = None, start
            else:
                at = end + braced
            yield literal, (found, text[found:at], name)
            literal = ""
        yield literal + text[at:], None

    def _refuse(self, place):
        lines = self.template[:place].splitlines(keepends=True) or [""]
        if lines[-1].endswith("\n"):
            lines.append("")
        raise ValueError(f"Invalid placeholder in string: line {len(lines)}, col {len(lines[-1]) + 1}")

    def _fill(self, mapping, named, safely):
        values = named if mapping is _NO_ARGUMENT else mapping
        parts = []
        for literal, found in self._pieces():
            parts.append(literal)
            if found is None:
                break
            place, text, name = found
            if name is None:
                if not safely:
                    self._refuse(place)
                parts.append(text)
                continue
            try:
                parts.append(str(named[name] if name in named else values[name]))
            except KeyError:
                if not safely:
                    raise
                parts.append(text)
        return "".join(parts)

    def substitute(self, mapping=_NO_ARGUMENT, /, **kws):
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping=_NO_ARGUMENT, /, **kws):
        """Leaves places as they are that it has no value for."""
        return self._fill(mapping, kws, True)

    def is_valid(self):
        return all(found is None or found[2] is not None for _, found in self._pieces())

    def get_identifiers(self):
        """The names, each once, in the order of the text."""
        return list(dict.fromkeys(found[2] for _, found in self._pieces() if found and found[2] is not None))


# --- Formatting ---------------------------------------------------------------------------------------------

class Formatter:
    """str.format() in steps that a subclass may change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            parts.append(literal)
            if name is None:
                continue
            if name == "" or name[0] in ".[":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = f"{number}{name}"
                number += 1
            elif name[0].isdigit():
                if number:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                number = False
            value, first = self.get_field(name, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            parts.append(self.format_field(value, spec))
        return "".join(parts), number

    def parse(self, format_string):
        """Tuples (literal text, field name, format spec, conversion); the last three are None where no field
        follows."""
        at, end = 0, len(format_string)
        while at < end:
            literal = ""
            while at < end and (c := format_string[at]) not in "{}":
                literal += c
                at += 1
            if at == end:
                yield literal, None, None, None
                return
            at += 1
            if format_string.startswith(c, at):
                at += 1
                yield literal + c, None, None, None
                continue
            if c == "}":
                raise ValueError("Single '}' encountered in format string")
            if at == end:
                raise ValueError("Single '{' encountered in format string")
            start, depth = at, 1
            while at < end and depth:
                depth += {"{": 1, "}": -1}.get(format_string[at], 0)
                at += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            yield literal, *_split_field(format_string[start:at - 1])

    def get_field(self, field_name, args, kwargs):
        """The object that a field means, and the name or number it begins with."""
        at = 0
        while at < len(field_name) and field_name[at] not in ".[":
            at += 1
        first, rest = field_name[:at], field_name[at:]
        if first.isdigit():
            first = int(first)
        value = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == "[":
                key, closed, rest = rest[1:].partition("]")
                if not closed:
                    raise ValueError("Missing ']' in format string")
                if rest and rest[0] not in ".[":
                    raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
                if not key:
                    raise ValueError("Empty attribute in format string")
                value = value[int(key) if key.isdigit() else key]
            else:
                at = 1
                while at < len(rest) and rest[at] not in ".[":
                    at += 1
                if at == 1:
                    raise ValueError("Empty attribute in format string")
                value, rest = getattr(value, rest[1:at]), rest[at:]
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For a subclass to complain."""

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion not in ("s", "r", "a"):
            raise ValueError(f"Unknown conversion specifier {conversion}")
        return {"s": str, "r": repr, "a": ascii}[conversion](value)


def _split_field(field):
    """NAME!CONVERSION:SPEC as (name, spec, conversion)."""
    at, in_brackets = 0, False
    while at < len(field) and (in_brackets or field[at] not in "!:"):
        in_brackets = field[at] == "[" or in_brackets and field[at] != "]"
        at += 1
    name, rest, conversion = field[:at], field[at:], None
    if rest.startswith("!"):
        if len(rest) < 2:
            raise ValueError("unmatched '{' in format spec")
        conversion, rest = rest[1], rest[2:]
        if rest and rest[0] != ":":
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion
