"""Values as bytes, to be passed to another process of the same program.

A value is a letter and what it needs: a number ends in ";", text and bytes begin with their length and ":",
containers begin with the number of their items. Functions and classes go by the name of their module and
their qualified name, other objects by what module copy takes to make them anew. What has been written before is
referred to by number, so that lists may be shared and contain themselves.
"""
import builtins  # for those of its names that are passed
import functools
import io
import sys
import types
from copy import _reduced, _set_state


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
        else:
            self.numbers[id(value)] = len(self.numbers)
            self.kept.append(value)
            container = _CONTAINERS.get(kind)
            if container:
                container(self, value)
            elif isinstance(value, type):
                self.write_name(value)
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

    def write_instance(self, value):
        if isinstance(value, (io.FileIO, io.BufferedReader, io.BufferedWriter, io.BufferedRandom, io.TextIOWrapper)):
            raise TypeError("cannot pickle '_io.%s' object" % type(value).__name__)
        reduced = _reduced(value)
        if isinstance(reduced, str):
            self.parts.append(b"g")
            self.text(type(value).__module__)
            self.text(reduced)
            return
        function, args, state, items, pairs = reduced
        self.parts.append(b"o")
        for part in (function, args, state, None if items is None else list(items), None if pairs is None else dict(pairs)):
            self.write(part)


_WRITERS = {
    type(None): lambda self, value: self.parts.append(b"N"),
    bool: lambda self, value: self.parts.append(b"T" if value else b"F"),
    type(...): lambda self, value: self.parts.append(b"E"),
    type(NotImplemented): lambda self, value: self.parts.append(b"X"),
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


_UNFINISHED = object()


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
        self.known.append(_UNFINISHED)
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
            value = self.known[int(self.until(b";"))]
            if value is _UNFINISHED:
                raise PicklingError("Can't pass on a tuple, or an object's arguments, that contain themselves")
            return value
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
            return self.read_instance()
        place = self.reserve()
        value = self.known[place] = self.read_indivisible(letter)
        return value

    def read_instance(self):
        place = self.reserve()
        function = self.read()
        made = self.known[place] = function(*self.read())
        state, items, pairs = self.read(), self.read(), self.read()
        if state is not None:
            _set_state(made, state)
        if items is not None:
            for item in items:
                (made.add if isinstance(made, set) else made.append)(item)
        if pairs is not None:
            for key, value in pairs.items():
                made[key] = value
        return made

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
        assert letter == b"p", letter
        function, args, keywords = self.read()
        return functools.partial(function, *args, **keywords)


_CONSTANTS = {b"N": None, b"T": True, b"F": False, b"E": ..., b"X": NotImplemented}


def dumps(value):
    writer = _Writer()
    writer.write(value)
    return b"".join(writer.parts)


def loads(data):
    return _Reader(data).read()
