# None, ..., NotImplemented: what they are and what can be done with them.
print(None, ..., NotImplemented, Ellipsis is ..., type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented)
print(None is None, None == None, None != 0, not None, bool(...), [None, ...], {None: 1}[None], {...: 2}[...], repr(None), str(...))
print(type(None).__name__, type(...).__name__, type(NotImplemented).__name__, isinstance(None, type(None)), hash(None) == hash(None))


def stub(): ...


class Stub: ...


x: int = ...
print(stub(), Stub().__class__.__name__, x, [...][0], (..., 1)[0])
for bad in ("None()", "None.x", "None[0]", "None + 1", "for_ in None", "len(None)", "iter(None)", "...()", "... + 1", "None < 1", "type(None)(1)",
            "class_ or None.real", "setattr(None, 'x', 1)", "class_.x if (class_ := None) else None.y"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)


class A:
    def __add__(self, other):
        return NotImplemented

    def __eq__(self, other):
        return NotImplemented

    def __lt__(self, other):
        return NotImplemented


try:
    A() + 1
except TypeError as e:
    print(e)
print(A() == 1, A() != 1, A().__add__(1), A().__eq__(1))
