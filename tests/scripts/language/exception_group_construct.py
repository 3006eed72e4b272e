"""What exception groups are made from, and what class they become."""
def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


EG, BEG = ExceptionGroup, BaseExceptionGroup
t(lambda: EG())
t(lambda: EG("a"))
t(lambda: EG("a", [ValueError(1)], 3))
t(lambda: EG(1, [ValueError(1)]))
t(lambda: EG("a", 5))
t(lambda: EG("a", []))
t(lambda: EG("a", {ValueError(1)}))
t(lambda: EG("a", {ValueError(1): 2}))
t(lambda: EG("a", (x for x in [ValueError()])))
t(lambda: EG("a", "abc"))
t(lambda: EG("a", (ValueError(1), 2)))
t(lambda: EG("a", [ValueError]))
t(lambda: EG("a", [KeyboardInterrupt()]))
t(lambda: BEG("a", [KeyboardInterrupt()]))
t(lambda: BEG("a", [ValueError()]))
t(lambda: type(BEG("a", [ValueError()])))
t(lambda: EG(message="a", exceptions=[ValueError()]))
t(lambda: EG("a", [ValueError()], x=1))
t(lambda: EG("a", exceptions=[ValueError()]))


class A(EG):
    pass


class B(BEG):
    pass


class C(BEG, ValueError):
    pass


t(lambda: A("a", [KeyboardInterrupt()]))
t(lambda: B("a", [KeyboardInterrupt()]))
t(lambda: B("a", [ValueError()]))
t(lambda: C("a", [KeyboardInterrupt()]))
t(lambda: C("a", [ValueError()]))
held = [ValueError(1)]
group = EG("x", held)
held.append(3)
print(group, repr(group), group.exceptions, group.args)
print(EG[int], EG.__mro__, BEG.__mro__, EG.__bases__, EG.__module__)
print(isinstance(group, Exception), isinstance(BEG("b", [SystemExit()]), Exception), issubclass(EG, Exception))
print(str(EG("q", [ValueError()])), str(EG("q", [ValueError()] * 2)), str(BEG("", [ValueError()] * 3)))
for name in ("message", "exceptions"):
    t(lambda: setattr(group, name, 3))
    t(lambda: delattr(group, name))
group.args = (1,)
print(repr(group), str(group), group.message)
