# Properties: getters, setters, deleters, inheritance, and the errors without them.
class Temp:
    def __init__(self, c):
        self.c = c

    @property
    def c(self):
        """Degrees Celsius."""
        print("get", end=" ")
        return self._c

    @c.setter
    def c(self, value):
        print("set", value, end=" ")
        if value < -273:
            raise ValueError("below zero")
        self._c = value

    @c.deleter
    def c(self):
        print("del", end=" ")
        del self._c

    @property
    def f(self):
        return self.c * 9 / 5 + 32

    only = property(lambda self: "only")

    def _w(self, v):
        self.written = v

    write_only = property(None, _w)


t = Temp(20)
print(t.c, t.f)
t.c = 30
t.c += 5
print(t.c, t.f, t.only, Temp.c.__doc__)
try:
    t.c = -300
except ValueError as e:
    print(e, t.c)
del t.c
try:
    t.c
except AttributeError as e:
    print(e)
t.write_only = 9
print(t.written)
for act in ("set", "del", "get"):
    try:
        if act == "set":
            t.f = 1
        elif act == "del":
            del t.only
        else:
            t.write_only
    except AttributeError as e:
        print(e)


class Sub(Temp):
    @property
    def f(self):
        return "sub " + str(super().f)

    @Temp.c.setter
    def c(self, value):
        print("sub set", end=" ")
        Temp.c.fset(self, value)


s = Sub(10)
print(s.f, s.c, isinstance(Temp.__dict__["c"], property), Temp.c.fget(s))
s.__dict__["f"] = "shadow ignored"
print(s.f)


class Lazy:
    @property
    def value(self):
        self.__dict__.setdefault("n", 0)
        self.n += 1
        return self.n


lz = Lazy()
print(lz.value, lz.value, lz.n)
