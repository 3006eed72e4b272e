"""Random classes and what is done with them: inheritance, special methods, properties, descriptors, slots, dataclasses."""
from code_expressions import Expressions

BASES = ["object", "list", "dict", "int", "str", "Exception", "tuple", "float", "bytes"]
# Special methods: their parameters, and what they may return ("S": self, "N": NotImplemented, rightly or wrongly).
SPECIAL = {
    "__repr__": ("self", ["'<C%d>' % n", "f'C({self.x!r})'", "None", "super().__repr__()"]),
    "__str__": ("self", ["'str'", "'s' * 3", "5", "super().__str__()"]),
    "__eq__": ("self, other", ["True", "NotImplemented", "self.x == getattr(other, 'x', other)", "'truthy'"]),
    "__ne__": ("self, other", ["True", "NotImplemented"]),
    "__lt__": ("self, other", ["True", "NotImplemented", "self.x < getattr(other, 'x', other)", "None"]),
    "__le__": ("self, other", ["False", "NotImplemented"]),
    "__gt__": ("self, other", ["True", "NotImplemented", "self.x > other.x"]),
    "__hash__": ("self", ["5", "hash(self.x)", "'a'", "2 ** 70", "-1"]),
    "__bool__": ("self", ["True", "False", "1", "None"]),
    "__len__": ("self", ["3", "0", "-1", "'x'", "2 ** 70", "1.0"]),
    "__getitem__": ("self, key", ["key", "[10, 20, 30][key]", "str(key)", "self.x[key]"]),
    "__setitem__": ("self, key, value", ["log('set', key, value)"]),
    "__delitem__": ("self, key", ["log('del', key)"]),
    "__contains__": ("self, item", ["item == 1", "'yes'", "None"]),
    "__iter__": ("self", ["iter([1, 2, 3])", "5", "(i * i for i in range(4))", "self"]),
    "__next__": ("self", ["next(iter([7]))", "stop()"]),
    "__reversed__": ("self", ["'reversed'", "iter('cba')"]),
    "__call__": ("self, *args, **keywords", ["(args, keywords)", "self", "self.nope"]),
    "__add__": ("self, other", ["'add'", "NotImplemented", "type(self)(1)", "(self.x, other)"]),
    "__radd__": ("self, other", ["'radd'", "NotImplemented", "('r', other)"]),
    "__iadd__": ("self, other", ["self", "'iadd'", "NotImplemented"]),
    "__sub__": ("self, other", ["'sub'", "NotImplemented"]),
    "__rsub__": ("self, other", ["'rsub'", "NotImplemented"]),
    "__mul__": ("self, other", ["'mul'", "NotImplemented"]), "__rmul__": ("self, other", ["'rmul'"]),
    "__truediv__": ("self, other", ["'div'", "NotImplemented"]), "__mod__": ("self, other", ["'mod'"]),
    "__pow__": ("self, other, modulo=None", ["('pow', other, modulo)"]), "__matmul__": ("self, other", ["'@'"]),
    "__and__": ("self, other", ["'and'"]), "__ror__": ("self, other", ["'ror'"]), "__divmod__": ("self, other", ["'dm'"]),
    "__neg__": ("self", ["'neg'", "-self.x"]), "__invert__": ("self", ["'invert'"]), "__abs__": ("self", ["'abs'"]),
    "__int__": ("self", ["42", "'x'", "1.5"]), "__float__": ("self", ["1.5", "1", "'x'"]),
    "__index__": ("self", ["1", "'x'", "2 ** 70", "None"]), "__round__": ("self, n=None", ["('round', n)"]),
    "__format__": ("self, spec", ["'fmt:' + spec", "5", "super().__format__(spec)", "repr(spec)"]),
    "__getattr__": ("self, name", ["'got ' + name", "raise_it(AttributeError(name))", "None"]),
    "__setattr__": ("self, name, value", ["object.__setattr__(self, name, value)", "log('setattr', name, value)"]),
    "__delattr__": ("self, name", ["log('delattr', name)", "object.__delattr__(self, name)"]),
    "__enter__": ("self", ["self", "'entered'"]),
    "__exit__": ("self, kind, error, traceback", ["log('exit', kind and kind.__name__, error)", "True", "False"]),
    "__missing__": ("self, key", ["'missing %s' % key", "raise_it(KeyError(key))"]),
    "__length_hint__": ("self", ["3", "-1", "'x'", "NotImplemented"]), "__bytes__": ("self", ["b'bytes'", "'x'"]),
    "__dir__": ("self", ["['b', 'a']", "5"]), "__sizeof__": ("self", ["1"]),
    "__instancecheck__": ("self, other", ["True"]),
}
CLASS_SPECIAL = {
    "__init_subclass__": ("cls, **keywords", ["log('subclass', cls.__name__, keywords)", "super().__init_subclass__(**keywords)"]),
    "__class_getitem__": ("cls, item", ["(cls.__name__, item)", "5"]),
}
USES = """\
o + p;o + 1;1 + o;o - p;o * 2;2 * o;o / 2;o % 3;o ** 2;pow(o, 2, 3);o @ p;o & p;1 | o;divmod(o, 2);-o;~o;abs(o);+o
o == p;o != p;o < p;o <= p;o > 1;1 < o;o >= p;o == o;o != 1;o is o;not o;bool(o);o and 1;o or 2
len(o);hash(o) == hash(o);repr(o);str(o);f'{o}';f'{o!r:>12}';f'{o:>8}';format(o, 'x');'%s %r' % (o, o);'{}'.format(o);ascii(o)
int(o);float(o);round(o);round(o, 1);[10, 20, 30][o];range(5)[o];bytes(o);'ab' * o;hex(o);complex_free(o)
o[0];o[1:2];o['a'];o[5];o();o(1, a=2);o(*[1, 2]);o.x;o.y;o.nope;o.m();o.k();o.c();o.s(1);o.p;o.d;o.__class__.__name__
list(o);tuple(o);sorted(o);[*o];dict(o);max(o);sum(o);iter(o);next(o);reversed(o);list(reversed(o));enumerate(o)
1 in o;'x' in o;o in [p];o in {};{o: 1}[o];{o, p} and 1;[o].index(o);isinstance(o, C0);issubclass(type(o), C0)
vars(o);[n for n in dir(o) if n[0] != '_'];getattr(o, 'zz', 'default');hasattr(o, 'x');hasattr(o, 'qq');o.__dict__;type(o).__mro__;callable(o)
setattr(o, 'x', 5);setattr(o, 'new', 1);delattr(o, 'x');delattr(o, 'nope');setattr(o, 'p', 9);setattr(o, 'd', 3)
C0.m(o);C0.m();C0.c();C0.s(3);C0.p;C0.x;C0.nope;C0[int];C0[1, 2];C0.__name__;C0.__bases__;C0.__qualname__;super(C0, o).m()
with_it(o);unpack(o);o.__init__(1);o.__eq__(1);o.__lt__(2);object.__repr__(o);type(o)(3, 4, 5);type(o)(x=1);type(o)()
sorted([o, p, o]);min(o, p);max([o, p]);[o, p] == [p, o];(o,) < (p,);{'k': o};[o] * 2;(o, p)
in_place(o, 1);set_item(o, 0, 'v');del_item(o, 0);match_it(o);o.__add__(1);o.__hash__ and 1;o.__len__()""".replace("\n", ";").split(";")


class Classes(Expressions):
    classes = 0

    def classes_section(self):
        """Several classes, and what is done with instances of them."""
        first = self.classes
        out = []
        for _ in range(self.rng.randint(1, 3)):
            out.append(self.dataclass() if self.chance(0.2) else self.class_statement(first))
            self.classes += 1
        for number in range(first, self.classes):
            out.append(self.line("C0 = globals().get('C%d', object)", number))
            out.append(self.line("o, p = make(C0, %s), make(C0, %s)", self.small(), self.leaf(self.any("int", "str", "list"))))
            for use in self.rng.sample(USES, self.rng.randint(6, 16)):
                if use:
                    out.append(self.line("show(%d, lambda: %s)", self.n(), use))
        return out

    def class_statement(self, first):
        number = self.classes
        bases = []
        if number > first and self.chance(0.7):
            bases = ["C%d" % other for other in self.rng.sample(range(first, number), self.rng.randint(1, min(2, number - first)))]
        if self.chance(0.35):
            base = self.any(*BASES)
            # An Exception has a __setattr__ of its own, which comes before that of a class behind it.
            bases.insert(len(bases) if base == "Exception" else self.rng.randint(0, len(bases)), base)
        if self.chance(0.1):
            bases.append("metaclass=%s" % self.any("type", "Meta", "Meta", "ABCMeta"))
        if self.chance(0.05):
            bases.append("flag=%s" % self.small())
        body = []
        if self.chance(0.15):
            body.append(self.line('"""Doc %d."""', number))
        slots = self.chance(0.15)
        if slots:
            body.append(self.line("__slots__ = %s", self.any("()", "('x',)", "['x', 'y']", "'x'", "('x', '__dict__')")))
        if self.chance(0.3):
            body.append(self.line("%s = %s", self.any("x", "y", "z") if not slots else "z", self.leaf(self.any("int", "str", "list"))))
        if self.chance(0.7):
            body.append(self.initializer())
        for _ in range(self.rng.randint(0, 4)):
            body.append(self.member())
        for name in self.rng.sample(sorted(SPECIAL), self.rng.randint(0, 6)):
            parameters, results = SPECIAL[name]
            body.append(self.special(name, parameters, results))
        if self.chance(0.15):
            name = self.any(*CLASS_SPECIAL)
            body.append(self.special(name, *CLASS_SPECIAL[name]))
        if self.chance(0.06):
            body.append(self.line("%s = None", self.any("__hash__", "__iter__", "__contains__", "__add__", "__radd__", "__reversed__")))
        head = "class C%d%s:" % (number, "(%s)" % ", ".join(bases) if bases else "")
        return self.compound(("try:", [self.compound((head, body or [self.line("pass")]))]),
                             ("except Exception as error:", [self.line("report(%d, error)", self.n())]))

    def initializer(self):
        body = []
        if self.chance(0.4):
            body.append(self.line(self.any("super().__init__()", "super().__init__(x)", "super().__init__(*rest)")))
        body.append(self.line("self.x = %s", self.any("x", "x", "[x]", "rest", "(x, 1)")))
        if self.chance(0.3):
            body.append(self.line("self.y = %s", self.leaf("str")))
        if self.chance(0.05):
            body.append(self.line("return 1"))
        return self.compound(("def __init__(self, %s):" % self.any("x", "x=0", "x=1, *rest", "*rest, x=2", "x, /, *rest"), body))

    def member(self):
        n = self.n()
        return self.any(
            lambda: self.compound(("def m(self, a=%d):" % n, [self.line("return %s", self.any(
                "('m', %d, a)" % n, "[super().m()] if hasattr(super(), 'm') else 'end'", "self.x", "self.k()",
                "(%d, super().m())" % n, "__class__.__name__"))])),
            lambda: self.compound(("def k(self):", [self.line("return ('k', %d, type(self).__name__)", n)])),
            lambda: self.compound(("@property", None), ("def p(self):", [self.line("return %s", self.any(
                "('p', %d)" % n, "self.x", "self.q", "self._p"))]))
            + (self.compound(("@p.setter", None), ("def p(self, value):", [self.line("self._p = value")])) if self.chance(0.5) else []),
            lambda: self.compound(("@classmethod", None), ("def c(cls, *args):", [self.line("return (cls.__name__, args)")])),
            lambda: self.compound(("@staticmethod", None), ("def s(a, b=2):", [self.line("return (a, b)")])),
            lambda: self.line("d = Descriptor(%d)", n), lambda: self.line("d = Reader()"),
            lambda: self.line("__private = %d", n), lambda: self.compound(("def __m(self):", [self.line("return %d", n)])),
            lambda: self.line("m = lambda self: (%d, self.__class__)", n),
            lambda: self.compound(("def __new__(cls, *args, **keywords):", [
                self.line("log('new', cls.__name__)"), self.line("return %s", self.any(
                    "super().__new__(cls)", "super().__new__(cls, *args)", "object.__new__(cls)", "5", "super().__new__(cls)"))])),
            lambda: self.compound(("@cached", None), ("def m(self):", [self.line("log('once')"), self.line("return self.x")])),
        )()

    def special(self, name, parameters, results):
        result = self.any(*results)
        body = [self.line("return %s", result.replace("% n", "%% %d" % self.n()))]
        if self.chance(0.15):
            body.insert(0, self.line("log(%r)", name))
        return self.compound(("def %s(%s):" % (name, parameters), body))

    def dataclass(self):
        number = self.classes
        options = [self.any("order", "frozen", "slots", "kw_only", "eq", "repr", "unsafe_hash", "init") + "=" + self.any("True", "True", "False")
                   for _ in range(self.rng.randint(0, 2))]
        options = sorted(set(option.split("=")[0] for option in options) and {option.split("=")[0]: option for option in options}.values())
        fields = []
        for name in self.rng.sample(["x", "y", "z", "w"], self.rng.randint(1, 4)):
            fields.append(self.line("%s: %s%s", name, self.any("int", "str", "list", "'int'", "float | None"), self.any(
                "", "", " = 1", " = 'd'", " = field(default=2, repr=False)", " = field(default_factory=list)",
                " = field(compare=False, default=3)", " = []", " = field(init=False, default=4)", " = field(kw_only=True, default=5)")))
        if self.chance(0.2):
            fields.append(self.line("K: ClassVar[int] = 7"))
        if self.chance(0.3):
            fields.append(self.compound(("def __post_init__(self):", [self.line("log('post', self)")])))
        if self.chance(0.3):
            fields.append(self.member())
        base = ""
        if self.chance(0.3) and number:
            base = "(C%d)" % (number - 1)
        return self.compound(
            ("try:", [self.compound(("@dataclass%s" % ("(%s)" % ", ".join(options) if options or self.chance(0.3) else ""), None),
                                    ("class C%d%s:" % (number, base), fields)),
                      self.line("show(%d, lambda: (fields_of(C%d), C%d.__match_args__))", self.n(), number, number),
                      self.line("show(%d, lambda: C%d(%s))", self.n(), number, self.call_arguments()),
                      self.line("show(%d, lambda: C%d(1, 'b') == C%d(1, 'b'))", self.n(), number, number),
                      self.line("show(%d, lambda: (asdict(C%d(1)), replace(C%d(1), x=5)))", self.n(), number, number)]),
            ("except Exception as error:", [self.line("report(%d, error)", self.n())]))
