"""Values as bytes, to be passed to another process of the same program.

A value is a letter and what it needs: a number ends in ";", text and bytes begin with their length and ":",
containers begin with the number of their items. Functions and classes go by the name of their module and
their qualified name, instances by class and attributes. What has been written before is referred to by
number, so that lists may be shared and contain themselves.
"""
import builtins  # for those of its names that are passed
import functools
import sys
import types


class PicklingError(Exception):
    __module__ = "_pickle"


_NATIVE_FUNCTION = type(len)
_NATIVE_METHOD = type([].append)


class _Writer:
    def __init__(self):
        self.parts = []
        self.numbers = {}  # id: number, of what may be referred to
        self.kept = []  # so that no id is used twice

    def text(self, value):
        data = value.encode("utf-8", "surrogatepass")
        self.parts.append(b"%d:" % len(data))
        self.parts.append(data)

    def write(self, value):
        kind = type(value)
        write = _WRITERS.get(kind)
        if write:
            write(self, value)
        elif id(value) in self.numbers:
            self.parts.append(b"R%d;" % self.numbers[id(value)])
        elif isinstance(value, type):
            self.write_name(value)
        else:
            self.numbers[id(value)] = len(self.numbers)
            self.kept.append(value)
            container = _CONTAINERS.get(kind)
            if container:
                container(self, value)
            elif isinstance(value, BaseException):
                self.write_exception(value)
            else:
                self.write_instance(value)

    def write_items(self, letter, items):
        self.parts.append(b"%s%d;" % (letter, len(items)))
        for item in items:
            self.write(item)

    def write_dict(self, value):
        self.parts.append(b"d%d;" % len(value))
        for key, item in value.items():
            self.write(key)
            self.write(item)

    def write_name(self, value):
        module, name = value.__module__, value.__qualname__
        if "<locals>" in name:
            raise AttributeError("Can't pickle local object %r" % name)
        found = sys.modules.get(module)
        for part in name.split("."):
            found = getattr(found, part, None)
        if found is not value:
            raise PicklingError("Can't pickle %r: attribute lookup %s on %s failed" % (value, name, module))
        self.parts.append(b"g")
        self.text(module)
        self.text(name)

    def write_method(self, value):
        self.parts.append(b"m")
        self.write(value.__self__)
        self.text(value.__name__)

    def write_native_function(self, value):
        owner = getattr(value, "__self__", None)
        if owner is None or isinstance(owner, types.ModuleType):
            self.write_name(value)
        else:
            self.write_method(value)

    def write_partial(self, value):
        self.parts.append(b"p")
        self.write((value.func, value.args, value.keywords))

    def write_exception(self, value):
        self.parts.append(b"e")
        self.write_name(type(value))
        self.write(value.args)
        self.write(dict(value.__dict__))

    def write_instance(self, value):
        kind = type(value)
        if not hasattr(value, "__dict__") or kind.__module__ in ("_thread", "builtins", "_io", "_socket") or \
                isinstance(value, (types.ModuleType, types.GeneratorType, types.CoroutineType)):
            name = kind.__name__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__name__
            raise TypeError("cannot pickle '%s' object" % name)
        self.parts.append(b"o")
        self.write_name(kind)
        self.write(value.__dict__)
        for base in (list, dict, tuple, set, frozenset, int, float, str, bytes):
            if isinstance(value, base):
                raise TypeError("cannot pass '%s' object: a class derived from %s" % (kind.__name__, base.__name__))


_WRITERS = {
    type(None): lambda self, value: self.parts.append(b"N"),
    bool: lambda self, value: self.parts.append(b"T" if value else b"F"),
    type(...): lambda self, value: self.parts.append(b"E"),
    int: lambda self, value: self.parts.append(b"i%d;" % value),
    float: lambda self, value: self.parts.append(b"f" + repr(value).encode() + b";"),
}

_CONTAINERS = {
    str: lambda self, value: (self.parts.append(b"s"), self.text(value)),
    bytes: lambda self, value: self.parts.append(b"b%d:%s" % (len(value), value)),
    list: lambda self, value: self.write_items(b"l", value),
    tuple: lambda self, value: self.write_items(b"t", value),
    set: lambda self, value: self.write_items(b"S", value),
    frozenset: lambda self, value: self.write_items(b"Z", value),
    range: lambda self, value: (self.parts.append(b"r"), self.write((value.start, value.stop, value.step))),
    slice: lambda self, value: (self.parts.append(b"c"), self.write((value.start, value.stop, value.step))),
    dict: _Writer.write_dict,
    types.FunctionType: _Writer.write_name,
    types.MethodType: _Writer.write_method,
    _NATIVE_FUNCTION: _Writer.write_native_function,
    _NATIVE_METHOD: _Writer.write_native_function,
    functools.partial: _Writer.write_partial,
}


class _Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0
        self.known = []

    def until(self, end):
        stop = self.data.index(end, self.at)
        part = self.data[self.at:stop]
        self.at = stop + 1
        return part

    def raw(self):
        length = int(self.until(b":"))
        self.at += length
        return self.data[self.at - length:self.at]

    def text(self):
        return self.raw().decode("utf-8", "surrogatepass")

    def named(self):
        module, name = self.text(), self.text()
        found = sys.modules[module]
        for part in name.split("."):
            found = getattr(found, part)
        return found

    def remember(self, value):
        self.known.append(value)
        return value

    def reserve(self):
        self.known.append(None)
        return len(self.known) - 1

    def read(self):
        letter = self.data[self.at:self.at + 1]
        self.at += 1
        if letter in _CONSTANTS:
            return _CONSTANTS[letter]
        if letter == b"i":
            return int(self.until(b";"))
        if letter == b"f":
            return float(self.until(b";").decode())
        if letter == b"R":
            return self.known[int(self.until(b";"))]
        if letter == b"l":
            items = self.remember([])
            for _ in range(int(self.until(b";"))):
                items.append(self.read())
            return items
        if letter == b"d":
            entries = self.remember({})
            for _ in range(int(self.until(b";"))):
                key = self.read()
                entries[key] = self.read()
            return entries
        if letter == b"S":
            members = self.remember(set())
            for _ in range(int(self.until(b";"))):
                members.add(self.read())
            return members
        if letter == b"o":
            place = self.reserve()
            self.at += 1
            kind = self.named()
            value = self.known[place] = object.__new__(kind)
            value.__dict__.update(self.read())
            return value
        place = self.reserve()
        value = self.known[place] = self.read_indivisible(letter)
        return value

    def read_indivisible(self, letter):
        if letter == b"s":
            return self.text()
        if letter == b"b":
            return self.raw()
        if letter == b"t":
            return tuple([self.read() for _ in range(int(self.until(b";")))])
        if letter == b"Z":
            return frozenset([self.read() for _ in range(int(self.until(b";")))])
        if letter == b"r":
            return range(*self.read())
        if letter == b"c":
            return slice(*self.read())
        if letter == b"g":
            return self.named()
        if letter == b"m":
            owner = self.read()
            return getattr(owner, self.text())
        if letter == b"p":
            function, args, keywords = self.read()
            return functools.partial(function, *args, **keywords)
        assert letter == b"e", letter
        self.at += 1
        kind = self.named()
        args = self.read()
        value = kind(*args)
        value.__dict__.update(self.read())
        return value


_CONSTANTS = {b"N": None, b"T": True, b"F": False, b"E": ...}


def dumps(value):
    writer = _Writer()
    writer.write(value)
    return b"".join(writer.parts)


def loads(data):
    return _Reader(data).read()
