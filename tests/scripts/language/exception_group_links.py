"""Parts of a group take over its traceback, cause, context and notes."""
def lines(error):
    found, at = [], error.__traceback__
    while at:
        found.append(at.tb_lineno)
        at = at.tb_next
    return found


g = ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [KeyError(2), KeyError(3)])])
g.add_note("first")
g.__cause__ = OSError(1)
g.__context__ = OSError(2)
g.exceptions[1].add_note("inner")
for part in g.split(KeyError):
    print(repr(part), part.__notes__, part.__notes__ is g.__notes__, repr(part.__cause__), repr(part.__context__))
print(g.subgroup(KeyError).exceptions[0].__notes__)
g.__notes__ = "ab"
print(g.subgroup(KeyError).__notes__)
g.__notes__ = (1, 2)
print(g.subgroup(KeyError).__notes__)
g.__notes__ = 5
print(hasattr(g.subgroup(KeyError), "__notes__"))
try:
    raise g
except ExceptionGroup as caught:
    part = caught.subgroup(ValueError)
    print(lines(part), lines(caught), lines(caught.exceptions[0]))
    try:
        raise part
    except ExceptionGroup as again:
        print(lines(again), lines(caught))
e = ValueError()
try:
    e.add_note(3)
except TypeError as error:
    print(error)
print(hasattr(e, "__notes__"))
e.add_note("x")
e.add_note("y")
print(e.__notes__)
