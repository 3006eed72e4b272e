"""Subclasses of exception groups: __new__, __init__, derive."""
def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class Coded(ExceptionGroup):
    def __new__(cls, errors, code):
        obj = super().__new__(cls, "coded", errors)
        obj.code = code
        return obj

    def __init__(self, *args):
        pass

    def derive(self, excs):
        print("derive", excs)
        return Coded(excs, self.code)


g = Coded([ValueError(3), KeyError(4), ExceptionGroup("in", [TypeError(5), KeyError(6)])], 7)
print(repr(g), str(g), g.code, g.args, g.message, len(g.exceptions))
match, rest = g.split(KeyError)
print(repr(match), match.code, repr(rest), rest.code)
print(repr(g.subgroup((TypeError, ValueError))))
print(g.split(Exception)[0] is g)


class Plain(ExceptionGroup):
    def __init__(self, message, excs):
        self.note = message.upper()


p = Plain("m", [ValueError(3), KeyError(4)])
print(p.args, p.note, repr(p))
print([type(part) for part in p.split(KeyError)])


class Wrong(ExceptionGroup):
    def derive(self, excs):
        return 3


class Fails(ExceptionGroup):
    def derive(self, excs):
        raise OSError("cannot derive")


t(lambda: Wrong("x", [ValueError(), KeyError()]).split(KeyError))
t(lambda: Wrong("x", [ValueError(), KeyError()]).subgroup(KeyError))
t(lambda: Wrong("x", [ValueError(), KeyError()]).subgroup(Exception))
t(lambda: Fails("x", [ValueError(), KeyError()]).split(KeyError))
t(lambda: ExceptionGroup("x", [ValueError()]).derive([]))
t(lambda: ExceptionGroup("x", [ValueError()]).derive([KeyboardInterrupt()]))
t(lambda: ExceptionGroup("x", [ValueError()]).derive((KeyError(1),)))
