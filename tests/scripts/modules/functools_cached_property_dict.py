# Where cached_property keeps its result: whatever the instance says its __dict__ is.
from functools import cached_property


class Slotted:
    __slots__ = ("x",)

    @cached_property
    def area(self):
        print("computed")
        return 6


class Kept(Slotted):
    __slots__ = ("kept",)

    def __getattr__(self, name):
        print("asked for", name)
        if name == "__dict__":
            return self.kept
        return "instead"


class ReadOnly(dict):
    __setitem__ = None


class Meta(type):
    @cached_property
    def total(cls):
        return 5


class OfMeta(metaclass=Meta):
    pass


def show(x, name):
    try:
        print(getattr(x, name))
    except TypeError as error:
        print("TypeError:", error, "from", error.__cause__, error.__suppress_context__)


show(Slotted(), "area")
show(OfMeta, "total")
for kept in {}, {"area": 7}, {"area": None}, ReadOnly(area=8), ReadOnly(), None, ("area",):
    x = Kept()
    x.kept = kept
    show(x, "area")
    print(x.kept)
