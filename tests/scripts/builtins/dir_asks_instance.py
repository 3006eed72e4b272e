# dir() asks an instance for its __dict__ and its __class__ as any attribute is asked for.
class Slotted:
    __slots__ = ("kept",)

    def __init__(self, kept):
        self.kept = kept

    def __getattr__(self, name):
        print("asked for", name)
        if isinstance(self.kept, Exception):
            raise self.kept
        return self.kept


class Watched:
    def __init__(self):
        self.own = 1

    def __getattribute__(self, name):
        print("read", name)
        return object.__getattribute__(self, name)


class Posing:
    @property
    def __class__(self):
        print("class")
        return Watched


class OwnDict:
    __dict__ = {"hidden": 1}


class Mixed:
    @property
    def __dict__(self):
        return {"a": 1, 5: 2}


def show(x):
    try:
        names = dir(x)
        print([name for name in names if not name.startswith("__")], "__getattribute__" in names)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for kept in None, {}, {"b": 1}, ("t",), AttributeError("no"), ValueError("bad"), {5: 6}:
    show(Slotted(kept))
for cls in Watched, Posing, OwnDict, Mixed:
    show(cls())
print(5 in Mixed().__dict__, vars(OwnDict()))
