"""Random programs of ordinary code: program(seed, features) is always the same one, a tree (see program_tree.py).

A program is a row of sections, each of which shows what many expressions give or raise; see the three files that it
is made of. The last may end it with a traceback.
"""
from code_flow import ERRORS, Flow

FEATURES = {}

PRELUDE = '''\
from abc import ABCMeta
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cached_property, wraps
from typing import ClassVar


class Oops(Exception):
    pass


class Worse(Oops):
    def __init__(self, *args, code=0):
        super().__init__(*args)
        self.code = code

    def __str__(self):
        return f"{self.code}: {super().__str__()}"


def show_error(error, depth=0):
    text = f"{type(error).__name__}: {error}"
    if isinstance(error, BaseExceptionGroup):
        text += str([show_error(part) for part in error.exceptions])
    if depth < 3 and error.__cause__ is not None:
        text += " from " + show_error(error.__cause__, depth + 1)
    elif depth < 3 and error.__context__ is not None and not error.__suppress_context__:
        text += " during " + show_error(error.__context__, depth + 1)
    return text


def report(n, error):
    print(n, show_error(error))


def show(n, f):
    try:
        print(n, repr(f()))
    except BaseException as error:
        report(n, error)


def log(*words):
    try:
        print("  ", *words)
    except Exception as error:
        report("  ", error)


def mutate(n, x, name, *args, **keywords):
    try:
        result = getattr(x, name)(*args, **keywords)
        print(n, name, repr(result), repr(x))
    except Exception as error:
        print(n, name, show_error(error), repr(x))


def stop():
    raise StopIteration("stop")


def raise_it(error):
    raise error


def print_args(*args, **keywords):
    return args, keywords


def make(cls, *args):
    try:
        return cls(*args)
    except Exception as error:
        report("make", error)
    try:
        return cls()
    except Exception as error:
        report("make", error)


def complex_free(x):
    return [x, x][1:]


def with_it(x):
    with x as entered:
        log("inside", entered)
        raise Oops("in with")


def unpack(x):
    a, *b = x
    return a, b


def in_place(x, y):
    x += y
    return x


def set_item(x, k, v):
    x[k] = v
    return x


def del_item(x, k):
    del x[k]
    return x


def match_it(x):
    match x:
        case int() | str():
            return "number or text"
        case [a, *b]:
            return a, b
        case {"a": a}:
            return a
        case Exception(args=a):
            return a
    return "nothing"


def fields_of(cls):
    return [f.name for f in fields(cls)]


class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        log("meta", name, sorted(keywords))
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **keywords):
        log("meta call", len(args))
        return super().__call__(*args, **keywords)

    def __getitem__(cls, item):
        return cls.__name__, item


class Descriptor:
    def __init__(self, n):
        self.n = n

    def __set_name__(self, owner, name):
        log("set name", owner.__name__, name)

    def __get__(self, instance, owner=None):
        return "got", self.n, instance is None, owner.__name__

    def __set__(self, instance, value):
        log("set", self.n, value)


class Reader:
    def __get__(self, instance, owner=None):
        return "read", instance is None


def cached(f):
    return cached_property(f)


class Plain:
    kind = 1


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"


class Manager:
    def __init__(self, n, swallow):
        self.n, self.swallow = n, swallow

    def __enter__(self):
        log("enter", self.n)
        return self.n

    def __exit__(self, kind, error, traceback):
        log("exit", self.n, error and show_error(error))
        return self.swallow


@contextmanager
def managed(n):
    log("before", n)
    try:
        yield n
    except ValueError as error:
        log("swallowed", error)
    finally:
        log("after", n)


def traced(f):
    @wraps(f)
    def wrapper(*args, **keywords):
        log("call", f.__name__, args, keywords)
        return f(*args, **keywords)
    return wrapper


def twice(f):
    return lambda *args, **keywords: (f(*args, **keywords), f(*args, **keywords))


def sub(n):
    log("sub", n)
    try:
        got = yield n
        log("sub got", got)
        yield n * 2
    except (ValueError, KeyError) as error:
        log("sub caught", error)
        yield "caught"
    finally:
        log("sub ends")
    return "sub result"


'''


class Generator(Flow):
    def __init__(self, seed):
        super().__init__("code/%d" % seed)

    def expressions_section(self):
        kind = self.any("int", "float", "str", "str", "bytes", "list", "tuple", "dict", "set", "bool", "any")
        return [self.line("show(%d, lambda: %s)", self.n(), self.expression(kind, 3)) for _ in range(10)]

    def wild_section(self):
        return [self.line("show(%d, lambda: %s)", self.n(), self.wild()) for _ in range(10)]

    def formatting_section(self):
        return [self.line("show(%d, lambda: %s)", self.n(), self.formatted(1)) for _ in range(12)]

    def methods_section(self):
        kind = self.any("str", "str", "bytes", "list", "dict", "set", "tuple", "int")
        out = [self.line("x = %s", self.literal(kind))]
        if kind in ("list", "dict", "set"):
            for _ in range(8):
                text = self.method(kind, 1)
                name, _, arguments = text[text.rindex(")." if ")." in text else ".") + 1:].lstrip(".").partition("(")
                arguments = arguments[:-1]
                out.append(self.line("try: mutate(%d, x, '%s'%s%s)\nexcept Exception as e: report(%d, e)", self.n(), name,
                                     ", " if arguments else "", arguments, self.n())
                           if name.isidentifier() and self.compiles("f(%s)" % arguments) else self.line("x = x"))
        else:
            out += [self.line("show(%d, lambda: %s)", self.n(), self.method(kind, 1)) for _ in range(10)]
        return out

    @staticmethod
    def compiles(text):
        try:
            compile(text, "", "eval")
        except SyntaxError:
            return False
        return True

    def program(self):
        tree = [self.line(PRELUDE.rstrip("\n"))]
        for kind in ("int", "float", "str", "bytes", "list", "tuple", "dict", "set"):
            for number in range(2):
                tree.append(self.line("%s%d = %s", kind, number, self.literal(kind)))
        sections = [(4, self.expressions_section), (3, self.wild_section), (3, self.formatting_section), (4, self.methods_section),
                    (6, self.classes_section), (5, self.functions_section), (4, self.generators_section)]
        for _ in range(self.rng.randint(4, 8)):
            tree += self.weighed(sections)()
        if self.chance(0.25):
            tree += [self.function_statement("last", "a, b=1"), self.line("log(last(%s))", self.small()),
                     self.line("raise %s", self.any(*ERRORS))]
        return tree


def program(seed, features):
    """The tree of the program of this seed; there are no features to lack."""
    return Generator(seed).program()
