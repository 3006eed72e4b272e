"""split and subgroup: by type, by tuple, by function."""
def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


EG = ExceptionGroup


def make():
    return EG("x", [ValueError(), EG("y", [KeyError(2), TypeError()]), EG("z", [KeyError(3)])])


t(lambda: make().split(KeyError))
t(lambda: make().split(EG))
t(lambda: make().split((ValueError, TypeError)))
t(lambda: make().split(()))
t(lambda: make().split(LookupError))
t(lambda: make().subgroup((KeyError, ValueError)))
t(lambda: make().subgroup(OSError))
t(lambda: make().subgroup(lambda e: isinstance(e, EG) and e.message == "y"))
t(lambda: make().split(lambda e: print(repr(e)) or isinstance(e, KeyError)))
t(lambda: BaseExceptionGroup("b", [ValueError(), BaseExceptionGroup("q", [KeyboardInterrupt()])]).split(ValueError))
group = make()
print(group.split(Exception)[0] is group, group.subgroup(lambda e: True) is group)
print(group.subgroup(KeyError).exceptions[0].exceptions[0] is group.exceptions[1].exceptions[0])
t(lambda: make().split(1))
t(lambda: make().split(int))
t(lambda: make().split([ValueError]))
t(lambda: make().split((ValueError, 1)))
t(lambda: make().subgroup(None))
t(lambda: make().split(lambda: 1))
t(lambda: make().split(lambda e: 1 / 0))


class Undecided:
    def __bool__(self):
        raise OSError("undecided")


t(lambda: make().split(lambda e: Undecided()))
