"""Random expressions over the built-in types, as text: numbers, text, bytes, containers, their methods, formatting.

An expression is of the kind that is asked for, unless it raises; now and then a part of it is of another kind, so that
it does. Counts and powers are kept small.
"""
from program_tree import Builder

KINDS = ["int", "float", "str", "bytes", "list", "tuple", "dict", "set", "bool"]
INTS = [0, 1, 2, 3, 5, 7, 10, 16, 100, 255, 256, 1000, 65535, 2 ** 31, 2 ** 53 + 1, 2 ** 62, 2 ** 63, 2 ** 64 - 1,
        10 ** 20, 123456789012345678901234567890]
FLOATS = ["0.0", "-0.0", "0.5", "1.5", "2.5", "-2.5", "0.1", "3.14159", "1e16", "1e-7", "123456.789", "1e300", "-1e22",
          "float('inf')", "float('nan')", "2.675", "1e100"]
TEXTS = ["", "a", "ab", "abc", "hello world", "Hello, World", "  pad \t", "MiXeD cAsE", "123", "-12", "12.5", "a,b,,c",
         "line\nother\r\nlast", "tab\tbed", "ünïcödé", "straße", "Ωmega", "日本語", "😀 ok", "ab" * 5, "the the the",
         "x=1;y=2", "{0} {}", "%d %s", "it's", 'say "hi"', "back\\slash", "\x00\x7f", "ÀÉÎ", "ǅ", "١٢"]
BYTES = [b"", b"a", b"abc", b"Hello World", b"a,b,,c", b"\x00\xff", b"line\nother", b"  x ", b"12", b"it's", b"abab"]

SEARCH = ["PART", "PART, I", "PART, I, I", "PART, None, I"]
STRIP = ["", "PART", "None"]
PAD = ["W", "W, CHAR"]
TEXT_METHODS = {
    "capitalize": [""], "swapcase": [""], "title": [""], "upper": [""], "lower": [""],
    "strip": STRIP, "lstrip": STRIP, "rstrip": STRIP,
    "split": ["", "PART", "PART, I", "None, I", "maxsplit=I", "sep=PART"], "rsplit": ["", "PART", "PART, I", "None, 1"],
    "splitlines": ["", "True", "keepends=B"], "join": ["PARTS", "LIST", "I"],
    "replace": ["PART, PART", "PART, PART, I", "PART"], "find": SEARCH, "rfind": SEARCH, "index": SEARCH,
    "rindex": SEARCH, "count": SEARCH, "startswith": SEARCH + ["(PART, PART)"], "endswith": SEARCH + ["(PART, PART)"],
    "center": PAD, "ljust": PAD, "rjust": PAD, "zfill": ["W"], "expandtabs": ["", "I", "tabsize=4"],
    "partition": ["PART"], "rpartition": ["PART"], "removeprefix": ["PART"], "removesuffix": ["PART"],
    "isalpha": [""], "isdigit": [""], "isalnum": [""], "isspace": [""], "isupper": [""], "islower": [""],
    "istitle": [""], "isascii": [""],
}
METHODS = {
    "str": dict(TEXT_METHODS, casefold=[""], isdecimal=[""], isnumeric=[""], isidentifier=[""], isprintable=[""],
                encode=["", "'ascii'", "'ascii', 'replace'", "'latin-1', 'ignore'", "'utf-8'", "'ascii', 'backslashreplace'",
                        "'ascii', 'xmlcharrefreplace'", "'nope'"],
                translate=["{97: 'X', 98: None}", "str.maketrans('abc', 'xyz')", "{104: 72, 'e': 1}"],
                format=["LIST", "I, PART", "*LIST", "x=I"], format_map=["DICT"]),
    "bytes": dict(TEXT_METHODS, decode=["", "'ascii'", "'utf-8', 'replace'", "'latin-1'", "'ascii', 'ignore'"],
                  hex=["", "':'", "'-', 2", "' ', -2", "'ab'"], translate=["None, PART", "bytes(range(256))", "PART"]),
    "list": {"append": ["ANY"], "extend": ["LIST", "ANY"], "insert": ["I, ANY", "ANY, I"], "pop": ["", "I"],
             "remove": ["ITEM", "ANY"], "index": ["ITEM", "ANY", "ITEM, I", "ITEM, I, I"], "count": ["ITEM"],
             "reverse": [""], "sort": ["", "reverse=True", "key=str", "key=lambda x: -x", "key=len"], "copy": [""],
             "clear": [""], "__add__": ["LIST"], "__mul__": ["I"], "__contains__": ["ITEM"]},
    "tuple": {"index": ["ITEM", "ANY", "ITEM, I"], "count": ["ITEM"], "__add__": ["TUPLE"], "__len__": [""]},
    "dict": {"get": ["KEY", "KEY, ANY"], "pop": ["KEY", "KEY, ANY"], "setdefault": ["KEY", "KEY, ANY"],
             "update": ["DICT", "a=I", "[('k', I)]", "LIST", "DICT, z=1"], "popitem": [""], "keys": [""], "values": [""],
             "items": [""], "copy": [""], "clear": [""], "fromkeys": ["LIST", "'ab', I"], "__contains__": ["KEY"],
             "__getitem__": ["KEY"], "__or__": ["DICT", "LIST"]},
    "set": {"add": ["I", "[1]"], "discard": ["I"], "remove": ["I"], "pop": [""], "update": ["SET", "NUMBERS", "SET, SET"],
            "union": ["SET", "NUMBERS", "SET, NUMBERS", ""], "intersection": ["SET", "LIST"], "difference": ["SET", "SET, SET"],
            "symmetric_difference": ["SET"], "issubset": ["SET"], "issuperset": ["SET", "LIST"], "isdisjoint": ["SET"],
            "intersection_update": ["SET"], "difference_update": ["LIST"], "symmetric_difference_update": ["SET"],
            "copy": [""], "clear": [""]},
    "int": {"bit_length": [""], "bit_count": [""], "to_bytes": ["W, 'big'", "2, 'little'", "I, 'big', signed=True", ""],
            "as_integer_ratio": [""], "conjugate": [""], "__add__": ["I", "PART"], "__floordiv__": ["I"],
            "is_integer": []},
    "float": {"is_integer": [""], "as_integer_ratio": [""], "hex": [""], "__mul__": ["I"], "__divmod__": ["I"]},
    "bool": {"__and__": ["B"], "bit_length": [""], "to_bytes": ["1, 'big'"]},
}
BINARY = {
    "int": ["+", "-", "*", "//", "%", "&", "|", "^"],
    "float": ["+", "-", "*", "/", "//", "%"],
    "set": ["|", "&", "-", "^"],
}
ANY_OPERATOR = ["+", "-", "*", "/", "//", "%", "&", "|", "^", "<<", ">>", "@", "==", "!=", "<", "<=", ">", ">=", "in",
                "not in", "and", "or"]
CALLS = ["len", "abs", "int", "float", "str", "repr", "list", "tuple", "dict", "sum", "min", "max", "sorted",
         "bool", "bytes", "bytearray", "ascii", "iter", "reversed", "chr", "ord", "hex", "oct", "bin", "round",
         "any", "all", "enumerate", "range", "slice", "type", "callable", "divmod", "next"]


class Expressions(Builder):
    wrong = 0.05  # how often a part is of another kind

    # --- Values ---

    def expression(self, kind, depth=2):
        """An expression of this kind ("any": of any)."""
        if kind == "any" or self.chance(self.wrong):
            kind = self.any(*KINDS)
        if depth <= 0 or self.chance(0.15):
            return self.leaf(kind)
        return getattr(self, "some_" + kind)(depth - 1)

    def leaf(self, kind):
        if self.chance(0.35) and kind in "int float str bytes list tuple dict set":
            return "%s%d" % (kind, self.rng.randrange(2))
        return self.literal(kind)

    def literal(self, kind):
        rng = self.rng
        if kind == "int":
            number = rng.choice(INTS) if self.chance(0.4) else rng.randint(-9, 20)
            return str(number) if number >= 0 else "(%d)" % number
        if kind == "float":
            text = rng.choice(FLOATS) if self.chance(0.6) else repr(round(rng.uniform(-1000, 1000), rng.randint(0, 5)))
            return "(%s)" % text if text.startswith("-") else text
        if kind == "str":
            return repr(rng.choice(TEXTS))
        if kind == "bytes":
            text = repr(rng.choice(BYTES))
            return "bytearray(%s)" % text if self.chance(0.2) else text
        if kind == "list":
            return "[%s]" % ", ".join(self.items())
        if kind == "tuple":
            items = self.items()
            return "(%s%s)" % (", ".join(items), "," if len(items) == 1 else "")
        if kind == "dict":
            return "{%s}" % ", ".join("%s: %s" % (self.key(), self.literal(self.any("int", "str", "float")))
                                      for _ in range(rng.randint(0, 4)))
        if kind == "set":
            numbers = sorted(rng.sample(range(-5, 20), rng.randint(0, 5)))
            return "{%s}" % ", ".join(map(str, numbers)) if numbers else "set()"
        return rng.choice(["True", "False"])

    def items(self):
        kind = self.any("int", "int", "str", "float", None)
        return [self.literal(kind or self.any("int", "str", "bool", "float", "tuple", "list"))
                for _ in range(self.rng.randint(0, 5))]

    def key(self):
        return self.any("'a'", "'b'", "'k'", "1", "2", "1.0", "True", "(1, 2)", "None", "'x y'")

    def integer(self, depth):
        return self.expression("int", depth)

    def small(self, low=-4, high=9):
        return str(self.rng.randint(low, high))

    def count(self, depth):
        """An expression for a small number."""
        return self.any(self.small(0, 5), "%s %% 6" % self.integer(depth), "len(%s) %% 5" % self.expression("list", depth))

    def some_int(self, depth):
        a, e = self.integer(depth), self.expression
        return self.any(
            lambda: "(%s %s %s)" % (a, self.any(*BINARY["int"]), self.integer(depth)),
            lambda: "(%s %s %s)" % (a, self.any(*BINARY["int"]), self.integer(depth)),
            lambda: "(%s ** (%s))" % (a, self.count(0)),
            lambda: "(%s %s (%s %% 70))" % (a, self.any("<<", ">>"), self.integer(0)),
            lambda: "%s%s" % (self.any("-", "~", "+"), a),
            lambda: "len(%s)" % e(self.any("str", "list", "dict", "set", "bytes"), depth),
            lambda: "%s(%s, %s)" % (self.any("min", "max"), a, self.integer(depth)),
            lambda: "sum(%s)" % e("list", depth),
            lambda: "int(%s)" % e(self.any("float", "str", "bool", "bytes"), depth),
            lambda: "int(%s, %s)" % (e("str", 0), self.any("2", "8", "16", "36", "0", "1")),
            lambda: "round(%s)" % e("float", depth),
            lambda: "(%s if %s else %s)" % (a, e("bool", depth), self.integer(depth)),
            lambda: "%s.%s(%s)" % (e("str", depth), self.any("find", "count", "index"), e("str", 0)),
            lambda: "%s[%s]" % (e(self.any("list", "tuple", "bytes"), depth), self.small()),
            lambda: "divmod(%s, %s)[%s]" % (a, self.integer(depth), self.any("0", "1")),
            lambda: "ord(%s)" % e("str", 0), lambda: "abs(%s)" % a, lambda: "hash(%s)" % self.any("int(%s)" % a, "%s + 0.25" % self.small()),
            lambda: "pow(%s, %s, %s)" % (a, self.integer(0), self.integer(0)),
            lambda: "int.from_bytes(%s, '%s')" % (e("bytes", 0), self.any("big", "little")),
            lambda: "(lambda x, y=%s: %s)(%s)" % (self.small(), self.any("x + y", "x * y", "y - x", "x // y"), a),
            lambda: self.method("int", depth),
        )()

    def some_float(self, depth):
        a = self.expression("float", depth)
        return self.any(
            lambda: "(%s %s %s)" % (a, self.any(*BINARY["float"]), self.expression(self.any("float", "int"), depth)),
            lambda: "(%s %s %s)" % (self.integer(depth), self.any(*BINARY["float"]), a),
            lambda: "(%s / %s)" % (self.integer(depth), self.integer(depth)),
            lambda: "float(%s)" % self.expression(self.any("int", "str", "bool"), depth),
            lambda: "round(%s, %s)" % (a, self.small()), lambda: "abs(%s)" % a, lambda: "-%s" % a,
            lambda: "abs(%s) ** %s" % (a, self.any("2", "0.5", "-1", "3.0", "0")),
            lambda: "sum(%s, 0.0)" % self.expression("list", depth),
            lambda: "(%s or %s)" % (a, self.expression("float", depth)),
            lambda: "%s(%s, %s)" % (self.any("min", "max"), a, self.integer(0)),
            lambda: "divmod(%s, %s)" % (a, self.expression("float", depth)),
            lambda: self.method("float", depth),
        )()

    def some_str(self, depth):
        a = self.expression("str", depth)
        return self.any(
            lambda: "(%s + %s)" % (a, self.expression("str", depth)),
            lambda: "%s * (%s)" % (a, self.count(depth)),
            lambda: "%s[%s]" % (a, self.slice()), lambda: "%s[%s]" % (a, self.small()),
            lambda: "%s(%s)" % (self.any("str", "repr", "ascii"), self.expression("any", depth)),
            lambda: "%s(%s)" % (self.any("hex", "oct", "bin"), self.integer(depth)),
            lambda: "chr(%s %% 1000)" % self.integer(0),
            lambda: "%s.join(%s)" % (a, self.parts(depth)),
            lambda: "%s.join(%s)" % (a, self.expression("list", depth)),
            lambda: "(%s and %s)" % (self.expression("any", depth), a),
            lambda: self.formatted(depth), lambda: self.formatted(depth), lambda: self.method("str", depth),
            lambda: self.method("str", depth), lambda: self.method("str", depth),
            lambda: "(%s if %s else %s)" % (a, self.expression("bool", depth), self.leaf("str")),
        )()

    def some_bytes(self, depth):
        a = self.expression("bytes", depth)
        return self.any(
            lambda: "(%s + %s)" % (a, self.expression("bytes", depth)), lambda: "%s * (%s)" % (a, self.count(depth)),
            lambda: "%s[%s]" % (a, self.slice()), lambda: "bytes(%s)" % self.expression(self.any("list", "bytes"), depth),
            lambda: "%s.encode(%s)" % (self.expression("str", depth), self.any("", "'utf-8'", "'ascii', 'replace'")),
            lambda: "bytearray(%s)" % a, lambda: self.method("bytes", depth), lambda: self.method("bytes", depth),
            lambda: "(%s %% %s)" % (self.any("b'<%s>'", "b'%d,'", "b'%5.2f|'", "b'%c'", "b'%x'", "b'%a'", "b'%r'"),
                                    self.any("(%s,)", "%s") % self.expression(self.any("int", "bytes", "any"), depth)),
        )()

    def parts(self, depth):
        return "[%s]" % ", ".join(self.expression("str", depth - 1) for _ in range(self.rng.randint(0, 3)))

    def some_list(self, depth):
        a, e = self.expression("list", depth), self.expression
        return self.any(
            lambda: "[%s]" % ", ".join(e("any", depth) for _ in range(self.rng.randint(0, 4))),
            lambda: "[%s, *%s]" % (e("any", depth), e(self.any("list", "tuple", "str", "dict"), depth)),
            lambda: "(%s + %s)" % (a, e("list", depth)), lambda: "%s * (%s)" % (a, self.count(depth)),
            lambda: "%s[%s]" % (a, self.slice()), lambda: "sorted(%s%s)" % (
                e(self.any("list", "str", "set", "tuple"), depth),
                self.any("", "", ", reverse=True", ", key=str", ", key=lambda x: (len(str(x)), x)", ", key=len")),
            lambda: "list(%s)" % self.iterable(depth), lambda: "list(%s)" % self.iterable(depth),
            lambda: self.comprehension(depth, "[", "]"), lambda: "[*%s]" % self.iterable(depth),
            lambda: "%s.%s(%s)" % (e("str", depth), self.any("split", "rsplit"), self.any("", "','", "None, 1", "'l'")),
        )()

    def iterable(self, depth):
        e = self.expression
        return self.any(
            lambda: e(self.any("list", "tuple", "str", "bytes", "set", "dict"), depth),
            lambda: "range(%s)" % ", ".join(self.small(-6, 12) for _ in range(self.rng.randint(1, 3))),
            lambda: "zip(%s, %s%s)" % (e("list", depth), e("str", depth), self.any("", "", ", strict=True")),
            lambda: "enumerate(%s%s)" % (e("list", depth), self.any("", ", 1", ", start=-1")),
            lambda: "map(%s, %s)" % (self.function(), e("list", depth)),
            lambda: "filter(%s, %s)" % (self.any("None", self.function()), e("list", depth)),
            lambda: "reversed(%s)" % e(self.any("list", "tuple", "str", "dict"), depth),
            lambda: "%s.%s()" % (e("dict", depth), self.any("keys", "values", "items")),
            lambda: "(%s for x in %s)" % (self.of_x(), e("list", depth)),
        )()

    def function(self):
        return self.any("str", "lambda x: x * 2", "len", "abs", "lambda x: x and x", "bool", "lambda x: x > 1", "int",
                        "type", "lambda *x: x")

    def of_x(self):
        return self.any("x", "x * 2", "str(x)", "(x, x)", "[x]", "x + 1", "-x", "x[0]", "len(x)", "x in int0_list", "f'{x}'",
                        "x if x else 'no'", "{x: 1}", "not x")

    def comprehension(self, depth, left, right):
        head = self.of_x()
        loops = "for x in %s" % self.iterable(depth)
        if self.chance(0.25):
            loops += " if %s" % self.any("x", "x != 1", "len(str(x)) > 1", "str(x) < '5'")
        if self.chance(0.2):
            loops += " for y in %s" % self.any("range(2)", "'ab'", "[x, 1]")
            head = self.any("(x, y)", "y", head)
        return left + head + " " + loops + right

    def some_tuple(self, depth):
        e = self.expression
        return self.any(
            lambda: "(%s, %s)" % (e("any", depth), e("any", depth)), lambda: "tuple(%s)" % self.iterable(depth),
            lambda: "%s[%s]" % (e("tuple", depth), self.slice()),
            lambda: "(%s + %s)" % (e("tuple", depth), e("tuple", depth)),
            lambda: "%s.partition(%s)" % (e("str", depth), e("str", 0)),
            lambda: "divmod(%s, %s)" % (self.integer(depth), self.integer(0)),
            lambda: "(*%s,)" % self.iterable(depth), lambda: "%s * (%s)" % (e("tuple", depth), self.count(0)),
            lambda: "(1.5).as_integer_ratio()", lambda: "max(%s, key=%s)" % (e("list", depth), self.function()),
        )()

    def some_dict(self, depth):
        e = self.expression
        return self.any(
            lambda: "{%s: %s, **%s}" % (self.key(), e("any", depth), e("dict", depth)),
            lambda: "dict(%s)" % self.any(e("dict", depth), "zip(%s, %s)" % (e("str", depth), e("list", depth)),
                                          "a=%s, b=2" % self.integer(depth), "enumerate(%s)" % e("str", depth),
                                          e("list", depth)),
            lambda: "{%s: %s for x in %s}" % (self.any("x", "str(x)", "len(str(x))"), self.of_x(), self.iterable(depth)),
            lambda: "(%s | %s)" % (e("dict", depth), e("dict", depth)),
            lambda: "dict.fromkeys(%s, %s)" % (e(self.any("list", "str"), depth), e("int", 0)),
        )()

    def some_set(self, depth):
        e = self.expression
        return self.any(
            lambda: "(%s %s %s)" % (e("set", depth), self.any(*BINARY["set"]), e("set", depth)),
            lambda: "{%s %% 30 for x in %s}" % (self.any("int(x)", "int(x * x)", "len(str(x))"), e("list", depth)),
            lambda: "set(range(%s))" % self.small(0, 12), lambda: "frozenset(%s)" % self.leaf("set"),
            lambda: "{%s %% 50, %s %% 50}" % (self.integer(depth), self.integer(depth)),
        )()

    def some_bool(self, depth):
        e, kind = self.expression, self.any(*KINDS)
        return self.any(
            lambda: "(%s %s %s)" % (e(kind, depth), self.any("==", "!=", "<", "<=", ">", ">="), e(kind, depth)),
            lambda: "(%s < %s <= %s)" % (e("int", depth), e("int", depth), e("float", depth)),
            lambda: "(%s %s %s)" % (e("any", depth), self.any("in", "not in"), e(self.any("list", "dict", "set"), depth)),
            lambda: "(%s in %s)" % (e("str", depth), e("str", depth)), lambda: "(not %s)" % e("any", depth),
            lambda: "isinstance(%s, %s)" % (e("any", depth), self.any("int", "str", "(int, float)", "list | dict", "bool")),
            lambda: "%s(%s)" % (self.any("any", "all"), self.iterable(depth)), lambda: "bool(%s)" % e("any", depth),
            lambda: "(%s %s %s)" % (e("bool", depth), self.any("and", "or", "^", "&"), e("bool", depth)),
            lambda: "(%s is None)" % e("any", depth),
        )()

    def slice(self):
        part = lambda: self.any("", "", self.small(), self.small())  # noqa: E731
        if self.chance(0.3):
            return "%s:%s:%s" % (part(), part(), self.any("", "-1", "2", "-2", "3", self.small()))
        return "%s:%s" % (part(), part())

    # --- Methods ---

    def arguments(self, kind, pattern, depth, extra=True):
        """The arguments a pattern of METHODS stands for."""
        of = {"PARTS": lambda: self.parts(1) if kind == "str" else "[%s]" % self.leaf("bytes"),
              "PART": lambda: self.expression(kind if kind in ("str", "bytes") else "str", 0),
              "CHAR": lambda: self.any("b'*'", "b'ab'") if kind == "bytes" else self.any("'*'", "'é'", "'ab'"),
              "LIST": lambda: self.expression("list", depth), "TUPLE": lambda: self.expression("tuple", depth),
              "NUMBERS": lambda: self.any("[5, 1, 3]", "range(4)", "(9, 9)", "5"), "DICT": lambda: self.expression("dict", depth), "SET": lambda: self.leaf("set"),
              "KEY": self.key, "ITEM": lambda: self.any("1", "2", "'a'", "1.5", "None"), "ANY": lambda: self.expression("any", 0),
              "W": lambda: self.small(0, 24), "I": self.small, "B": lambda: self.any("True", "False", "0")}
        out, at = "", 0
        while at < len(pattern):
            for word in of:
                if pattern.startswith(word, at) and not pattern[at + len(word):at + len(word) + 1].isalpha():
                    out += of[word]()
                    at += len(word)
                    break
            else:
                out += pattern[at]
                at += 1
        if self.chance(0.03) and extra:
            out += (", " if out else "") + self.any("x=1", "*[1, 2]" if "=" in out else "1")
        return out

    def method(self, kind, depth):
        name = self.any(*METHODS[kind])
        patterns = METHODS[kind][name] or [""]
        return "%s.%s(%s)" % (self.bracketed(kind, depth), name, self.arguments(kind, self.any(*patterns), depth - 1, name[0] != '_'))

    def bracketed(self, kind, depth):
        text = self.expression(kind, depth)
        return text if text.startswith(("(", "[", "{")) and self.closes(text) else "(%s)" % text

    @staticmethod
    def closes(text):
        return text[-1] in ")]}" and text.count("(") == text.count(")") == 1

    # --- Formatting ---

    def spec(self):
        rng = self.rng
        align = self.any("", "", rng.choice("<>^="), rng.choice("*0é_") + rng.choice("<>^="))
        sign = self.any("", "", "", "+", "-", " ")
        width = self.any("", "", str(rng.randint(1, 15)), "0%d" % rng.randint(1, 12))
        precision = self.any("", "", "", ".%d" % rng.randint(0, 8))
        return (align + sign + self.any("", "", "", "z") + self.any("", "", "", "#") + width
                + self.any("", "", "", ",", "_") + precision
                + self.any("", "", "d", "f", "e", "g", "s", "x", "X", "o", "b", "%", "c", "n", "F", "E", "G", "y"))

    def formatted(self, depth):
        value = self.expression(self.any("int", "float", "str", "float", "int", "any"), depth)
        return self.any(
            lambda: "format(%s, %r)" % (value, self.spec()),
            lambda: "'{:%s}'.format(%s)" % (self.spec(), value),
            lambda: self.field(value), lambda: self.field(value),
            lambda: self.percent(value), lambda: self.percent(value), lambda: self.template(depth),
        )()

    def field(self, value):
        if "'" in value or "\\" in value or "{" in value or '"' in value:
            value = self.leaf("int")
            if "'" in value:
                value = "1"
        spec = self.spec().replace("'", "")
        return self.any("f'{%s:%s}'" % (value, spec), "f'<{%s!%s:%s}>'" % (value, self.any("r", "s", "a"), self.any("", ">12", "^9.3")),
                        "f'{%s=}'" % value, "f'{%s = :%s}'" % (value, spec), "f'{%s:{int0 %% 20}}'" % value,
                        "f'{{{%s}}}'" % value)

    def percent(self, value):
        rng = self.rng
        flags = "".join(self.any("", "", "", flag) for flag in "-+ #0")
        conversion = "%" + flags + self.any("", "", str(rng.randint(0, 12)), "*") + self.any("", "", ".%d" % rng.randint(0, 9))
        conversion += self.any("d", "i", "s", "r", "a", "f", "e", "g", "x", "X", "o", "c", "u", "G", "%", "y", "E")
        if "*" in conversion:
            return "'%s' %% (%s, %s)" % (conversion, self.small(), value)
        return self.any("'%s' %% (%s,)" % (conversion, value), "'[%s]' %% %s" % (conversion, value),
                        "'%%(k)%s' %% {'k': %s}" % (conversion[1:], value), "'%s %%s' %% (%s, 1)" % (conversion, value),
                        "'%s %%d' %% (%s,)" % (conversion, value))

    def template(self, depth):
        text = " ".join(self.any("{}", "{0}", "{1!r}", "{x}", "{x[0]}", "{0:>8}", "{:{w}}", "{0.real}", "{x!s:^7}", "{{}}",
                                 "{2}", "{", "}", "{0[a]}", "{x.nope}", "{!x}", "{:d}") for _ in range(self.rng.randint(1, 3)))
        return "%r.format(%s, %s, x=%s, w=5)" % (text, self.expression("int", depth), self.expression("any", depth),
                                                  self.expression(self.any("list", "str", "dict"), depth))

    # --- Anything ---

    def wild(self):
        """An expression of parts that hardly fit."""
        e = self.expression
        return self.any(
            lambda: "%s %s %s" % (e("any", 1), self.any(*ANY_OPERATOR), e("any", 1)),
            lambda: "%s %s %s" % (e("any", 1), self.any(*ANY_OPERATOR), e("any", 1)),
            lambda: "%s(%s)" % (self.any(*CALLS), e("any", 1)), lambda: "%s(%s)" % (self.any(*CALLS), e("any", 1)),
            lambda: "%s(%s, %s)" % (self.any(*CALLS), e("any", 0), e("any", 0)),
            lambda: "%s()" % self.any(*CALLS), lambda: "%s(%s, nope=1)" % (self.any(*CALLS), e("any", 0)),
            lambda: "%s%d[%s]" % (self.any("int", "list", "str", "dict", "tuple", "set", "bytes"), self.rng.randrange(2),
                                  self.any(e("any", 0), self.slice(), "1.5", "None", "'a'", "...")),
            lambda: "%s%d.%s" % (self.any("int", "list", "str", "dict"), self.rng.randrange(2),
                                 self.any("nope", "__class__", "real", "appendd", "__len__()")),
            lambda: "%s%d()" % (self.any("int", "list", "str", "dict"), self.rng.randrange(2)),
            lambda: "%s%s" % (self.any("-", "+", "~", "not "), e("any", 1)),
            lambda: "(lambda a, b=1, *c, d, **e: (a, b, c, d, e))(%s)" % self.call_arguments(),
            # A fraction as the exponent might ask for a complex number, which Bide refuses by name.
            lambda: "%s(*%s)" % (self.any("max", "min", "print_args", "divmod", "(lambda a, b: pow(a, b // 1 % 5))"),
                                 e("any", 1)),
            lambda: "print_args(**%s)" % e("dict", 1),
        )()

    def call_arguments(self):
        parts = [self.small() for _ in range(self.rng.randint(0, 3))]
        if self.chance(0.3):
            parts.append("*%s" % self.expression(self.any("list", "tuple", "str"), 0))
        parts += ["%s=%s" % (name, self.small()) for name in self.rng.sample("abcdefg", self.rng.randint(0, 3))]
        if self.chance(0.3):
            parts.append("**%s" % self.any("{'a': 1}", "{'d': 2, 'z': 3}", "{}", "{'f': 0}"))
        return ", ".join(parts)
