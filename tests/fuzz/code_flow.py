"""Random functions: loops, try and finally, with, match, closures, generators, unpacking, arguments; and their calls."""
from code_classes import Classes

ERRORS = ["ValueError('v')", "KeyError('k')", "TypeError", "IndexError('i', 1)", "Oops('o')", "Worse('w', code=3)",
          "ZeroDivisionError()", "StopIteration(7)", "AttributeError('a')", "RuntimeError", "OSError(2, 'No', 'file')",
          "AssertionError(1)", "ExceptionGroup('g', [ValueError(1), Oops(2)])"]
CATCH = ["ValueError", "KeyError", "(TypeError, IndexError)", "Oops", "Worse", "Exception", "LookupError", "ArithmeticError",
         "Exception", "OSError", "BaseException"]


class Flow(Classes):
    in_loop = in_generator = False

    def functions_section(self):
        out = []
        for _ in range(self.rng.randint(1, 3)):
            name = "f%d" % self.n()
            parameters, calls = self.signature()
            out.append(self.function_statement(name, parameters))
            for call in calls:
                out.append(self.line("show(%d, lambda: %s(%s))", self.n(), name, call))
            out.append(self.line("show(%d, lambda: %s(%s))", self.n(), name, self.call_arguments()))
        return out

    def generators_section(self):
        name = "g%d" % self.n()
        self.in_generator = True
        out = [self.function_statement(name, "a=1, b=2")]
        self.in_generator = False
        drives = [self.any("next(g)", "next(g)", "g.send(%s)" % self.small(), "g.throw(%s)" % self.any(*ERRORS), "g.close()",
                           "list(g)", "[*g]", "next(g, 'end')", "g.gi_running", "g.gi_yieldfrom", "sum(g)", "1 in g")
                  for _ in range(self.rng.randint(2, 7))]
        out.append(self.line("g = %s(%s)", name, self.any("", "3", "b=0")))
        out += [self.line("show(%d, lambda: %s)", self.n(), drive) for drive in drives]
        out.append(self.line("show(%d, lambda: g.close())", self.n()))  # else nobody knows when
        return out

    def signature(self):
        """Parameters, and arguments that may fit."""
        shape = self.rng.randrange(6)
        a, b, c = self.small(), self.small(), self.leaf("list")
        return [("a, b, c=3", ["%s, %s" % (a, b), "%s, c=%s, b=0" % (a, b)]),
                ("a, b=2, /, c=3, *, d=4", ["%s" % a, "%s, 1, %s, d=5" % (a, b), "1, b=2"]),
                ("a, *b, c=0, **d", ["%s" % a, "%s, 2, 3, c=%s, e=1" % (a, b), "*%s" % c]),
                ("a=1, b=[]", ["", "%s, %s" % (a, c), "b=%s" % c]),
                ("*, a, b=7, **c", ["a=%s" % a, "a=1, z=2", "1"]),
                ("a, b", ["%s, %s" % (c, b), "*%s" % c, "1", "1, 2, 3", "a=1, b=2, c=3"])][shape]

    def function_statement(self, name, parameters):
        body = self.block(0)
        if self.in_generator:
            body.insert(self.rng.randint(0, len(body)), self.line("x = yield %s", self.of_local()))
        body.append(self.line("return %s", self.any("a", "(a, b)", "x", "locals()", "None", "[a, b]")))
        if self.chance(0.25):
            return self.compound(("@%s" % self.any("traced", "traced", "twice", "lambda f: f"), None),
                                 ("def %s(%s):" % (name, parameters), body))
        return self.compound(("def %s(%s):" % (name, parameters), body))

    def block(self, depth, size=4):
        return [self.statement(depth) for _ in range(self.rng.randint(1, size))]

    def of_local(self):
        """An expression over the locals, which may be unbound or of any type."""
        return self.any(
            "a", "b", "x", "a + 1", "b * 2", "a + b", "x or a", "[a, b]", "a == b", "a % 3", "str(a)", "-b", "len(a)", "b[0]",
            "a if b else x", "(a, x)", "{a: b}", "f'{a}-{b!r:>4}'", "a < b < 5", "not a", "sum([1, a])", "[i for i in [a, b]]",
            "lambda: a", "(lambda: a)()", "(x := a)", "max(a, b)", "sorted([b, a])", "x.real", "nowhere", "a // b", "int(a)",
            self.expression("int", 1), self.expression("any", 1), self.expression("list", 1))

    def statement(self, depth):
        simple = [(6, self.logs), (5, self.assigns), (3, self.unpacks), (2, self.augments), (3, self.fails), (2, self.leaves),
                  (2, self.asserts), (1, self.deletes), (2, self.changes)]
        nested = [(5, self.ifs), (5, self.loops), (6, self.tries), (3, self.withs), (4, self.matches), (3, self.nests),
                  (2, self.whiles)]
        if self.in_generator:
            simple.append((7, self.yields))
        if self.in_loop:
            simple.append((3, lambda: self.compound(("if %s:" % self.of_local(), [self.line(self.any("break", "continue"))]))))
        if depth < 3 and self.chance(0.45):
            return self.weighed(nested)(depth + 1)
        return self.weighed(simple)()

    def logs(self):
        return self.line("log(%d, %s)", self.n(), self.of_local())

    def assigns(self):
        return self.line("%s = %s", self.any("a", "b", "x", "a = b", "x = a"), self.of_local())

    def unpacks(self):
        return self.line("%s = %s", self.any("a, b", "a, *x", "*x, b", "a, (b, x)", "[a, b]", "(x,)", "a, b, *x", "a, *b, x"),
                         self.any("b, a", "a", "[1, 2, 3]", "(1, (2, 3))", "'ab'", "range(3)", "{1: 2, 3: 4}", "x", "(a,)",
                                  "[a, [b, 1]]", "5", "[]", self.expression("list", 1)))

    def augments(self):
        return self.line("%s %s %s", self.any("a", "b", "x"), self.any("+=", "-=", "*=", "//=", "%=", "|=", "&=", "/=", "<<="),
                         self.any("1", "2", "[1]", "a", "{1}"))

    def changes(self):
        return self.any(
            lambda: self.line("x = [%s, 2, 3]; x[%s] = %s", self.of_local(), self.any(self.small(), "1:", "::2", "'k'"), self.of_local()),
            lambda: self.line("x = {'k': %s}; x['n'] = a; del x[%s]", self.of_local(), self.any("'k'", "'q'")),
            lambda: self.line("x = Plain(); x.a = %s; log(%d, x.%s)", self.of_local(), self.n(), self.any("a", "b", "__dict__")),
            lambda: self.line("x: int = %s", self.of_local()), lambda: self.line("global made; made = a"))()

    def asserts(self):
        return self.line("assert %s%s", self.of_local(), self.any("", ", 'because'", ", (a, 1)"))

    def deletes(self):
        return self.line("del %s", self.any("a", "b", "x", "a[0]", "x, b", "nowhere"))

    def fails(self):
        return self.line("%s%s", self.any("raise %s" % self.any(*ERRORS), "raise %s" % self.any(*ERRORS), "raise", "raise a", "raise 5"),
                         self.any("", "", "", "")) if self.chance(0.7) else self.line(
                             "raise %s from %s", self.any(*ERRORS), self.any("None", *ERRORS))

    def leaves(self):
        return self.line("return %s", self.of_local())

    def yields(self):
        return self.any(lambda: self.line("x = yield %s", self.of_local()), lambda: self.line("yield %s", self.of_local()),
                        lambda: self.line("log(%d, (yield %s))", self.n(), self.of_local()),
                        lambda: self.line("x = yield from %s", self.any("[1, 2]", "sub(a)", "range(2)", "'ab'", "a", "sub(2)")))()

    # --- Blocks ---

    def inside(self, depth, loop=False, size=3):
        before, self.in_loop = self.in_loop, loop or self.in_loop
        block = self.block(depth, size)
        self.in_loop = before
        return block

    def ifs(self, depth):
        parts = [("if %s:" % self.of_local(), self.inside(depth))]
        if self.chance(0.4):
            parts.append(("elif %s:" % self.of_local(), self.inside(depth, size=2)))
        if self.chance(0.5):
            parts.append(("else:", self.inside(depth, size=2)))
        return self.compound(*parts)

    def loops(self, depth):
        target = self.any("i", "i", "x", "a, b", "i, *x", "x[0]") if self.chance(0.3) else "i"
        source = self.any("range(3)", "[1, 2]", "'ab'", "a", "{1: 2}.items()", "enumerate('xy')", "zip('ab', [1, 2])", "b", "sub(2)")
        parts = [("for %s in %s:" % (target, source), self.inside(depth, True))]
        if self.chance(0.3):
            parts.append(("else:", self.inside(depth, size=1)))
        return self.compound(*parts)

    def whiles(self, depth):
        counter = "n%d" % self.n()
        body = [self.line("%s += 1", counter)] + self.inside(depth, True, 2)
        parts = [("while %s < %d:" % (counter, self.rng.randint(1, 3)), body)]
        if self.chance(0.3):
            parts.append(("else:", self.inside(depth, size=1)))
        return self.line("%s = 0", counter) + self.compound(*parts)

    def tries(self, depth):
        star = self.chance(0.06) and not self.in_loop
        loop, self.in_loop = self.in_loop, self.in_loop and not star
        parts = [("try:", self.inside(depth))]
        for what in self.rng.sample(CATCH[:5], self.rng.randint(0, 1)) + self.rng.sample(CATCH[5:], self.rng.randint(0, 1)):
            body = [self.line("log(%d, show_error(e))", self.n())]
            if not star:
                body += self.inside(depth, size=2) if self.chance(0.5) else []
                body += self.any([], [], [self.line("raise")], [self.line("raise Oops('again') from e")])
            parts.append(("except%s %s as e:" % ("*" if star else "", what), body))
        self.in_loop = loop
        if len(parts) > 1 and self.chance(0.3):
            parts.append(("else:", self.inside(depth, size=1)))
        if len(parts) == 1 or self.chance(0.4):
            before, self.in_loop = self.in_loop, self.in_loop
            parts.append(("finally:", [self.line("log(%d, 'finally')", self.n())] + (self.inside(depth, size=2) if self.chance(0.4) else [])))
            self.in_loop = before
        return self.compound(*parts)

    def withs(self, depth):
        manager = self.any("Manager(%d, %s)" % (self.n(), self.any("True", "False")), "managed(%d)" % self.n(), "suppress(ValueError, KeyError)")
        return self.compound(("with %s%s:" % (manager, self.any("", " as x", " as x, Manager(%d, False)" % self.n())), self.inside(depth)))

    def pattern(self, depth=0):
        if depth > 1:
            return self.any("1", "'a'", "None", "q", "_", "int()", "-1", "True", "1.5")
        p = lambda: self.pattern(depth + 1)  # noqa: E731
        return self.any(
            lambda: p().replace("q", "q%d" % self.n()), lambda: "[%s, %s]" % (p().replace("q", "_"), p().replace("q", "_")),
            lambda: "[%s, *rest]" % p().replace("q", "first"), lambda: "(%s,)" % p(), lambda: "int() | str()", lambda: "1 | 2 | 'ab'",
            lambda: "{'k': %s, **rest}" % p().replace("rest", "_"), lambda: "Point(x=%s)" % p(), lambda: "Point(%s, y=0)" % p().replace("q", "_"),
            lambda: "str(q)", lambda: "list()", lambda: "[]", lambda: "int(q)", lambda: "Point(1, 2, 3)", lambda: "Plain.kind", lambda: "dict()")()

    def matches(self, depth):
        subject = self.any("a", "b", "x", "[a, b]", "{'k': a}", "Point(a, 0)", "(a, (b,))", "'ab'", "[1, 2, 3]", "Point(1, b)", "a, b")
        cases = []
        for _ in range(self.rng.randint(1, 3)):
            guard = self.any("", "", "", " if a", " if b == 2")
            cases.append(self.compound(("case %s%s:" % (self.closed(self.pattern()), guard), [self.line("log(%d, %s)", self.n(), self.of_local())] + self.inside(depth, size=1))))
        cases.append(self.compound(("case _:", [self.line("log(%d, 'no case')", self.n())])))
        return self.compound(("match %s:" % subject, cases))

    def closed(self, pattern):
        """No pattern that matches everything may stand before the last."""
        return "[%s]" % pattern if pattern.isidentifier() and pattern not in ("None", "True") else pattern

    def nests(self, depth):
        name = "h%d" % self.n()
        generator, self.in_generator = self.in_generator, False
        loop, self.in_loop = self.in_loop, False
        body = self.any([], [self.line("nonlocal a")], [self.line("nonlocal a")]) + self.block(depth, 2) + [self.line("return %s", self.of_local())]
        self.in_generator, self.in_loop = generator, loop
        body = [statement for statement in body if "global made" not in statement[0][0]]
        return self.compound(("def %s(%s):" % (name, self.any("b", "b=2", "*b", "x=1")), body)) + self.line(
            "%s = %s(%s)", self.any("x", "a", "b"), name, self.any("1", "a", "", "a, b"))
