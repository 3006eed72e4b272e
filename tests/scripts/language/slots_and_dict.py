# Members of __slots__ beside a __dict__: they are no part of it, and it is the very same dict each time.
class Base:
    __slots__ = ("x",)


class Derived(Base):
    pass


o = Derived()
o.__dict__["m"] = 1
o.x, o.y = 5, 6
print(o.__dict__, vars(o), o.m, o.x, o.y, o.__dict__ is o.__dict__)
o = Derived()
o.x = 1
names = o.__dict__
names["z"] = 3
o.w = 4
print(names, o.z, o.x, names is o.__dict__)
del o.x
print(hasattr(o, "x"), o.__dict__)
o.x = "again"
o.__dict__ = {"q": 1}
print(o.q, o.x, o.__dict__, hasattr(o, "w"))
many = Derived()
many.x = "member"
for number in range(100):
    setattr(many, f"a{number}", number)
print(many.x, len(many.__dict__), many.a99, "x" in many.__dict__)


class Both:
    __slots__ = ("x", "__dict__")


both = Both()
both.x, both.free = 1, 2
print(both.__dict__, both.x)


def refused(bases, slots):
    try:
        type("Refused", bases, {"__slots__": slots})
        print(bases, slots, "accepted")
    except Exception as error:
        print(bases, slots, type(error).__name__, error)


class Plain:
    pass


refused((Plain,), ("x", "__dict__"))
refused((Plain,), ("x", "__weakref__"))
refused((), ("__dict__", "__dict__"))
refused((float, Plain), ("x", "__dict__"))
refused((int,), ("x",))
refused((type("Number", (int,), {}),), ["x"])
refused((bytes,), ("x", "__dict__"))
refused((bytes,), ())
refused((tuple,), ("__weakref__",))
refused((Plain, object, Plain), ("x", "__dict__"))
refused((), ("1x",))
refused((), (5,))
refused((), "single")
