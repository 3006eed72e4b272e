# __getattr__, __getattribute__, __setattr__, __delattr__, getattr/setattr/hasattr/delattr.
# python: 3.11
class Loud:
    def __init__(self):
        self.x = 1

    def __getattr__(self, name):
        print("getattr", name, end=" ")
        if name.startswith("no"):
            raise AttributeError(f"custom: {name}")
        return name * 2

    def __setattr__(self, name, value):
        print("setattr", name, value, end=" ")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name, end=" ")
        super().__delattr__(name)


o = Loud()
print(o.x, o.y, hasattr(o, "z"), hasattr(o, "nope"), getattr(o, "none", "default"))
o.x = 5
o.x += 1
del o.x
print(o.x, o.__dict__)
try:
    o.nothing
except AttributeError as e:
    print(e)
try:
    del o.missing
except AttributeError as e:
    print(e)


class All:
    kind = "class attr"

    def __init__(self):
        self.data = {"a": 1}

    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        if name == "magic":
            return 42
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"fallback {name}"

    def method(self):
        return self.magic


a = All()
print(a.magic, a.secret, a.data, a.kind, a.method(), a.other)


class Proxy:
    def __init__(self, target):
        self.__dict__["_t"] = target

    def __getattr__(self, name):
        return getattr(self._t, name)

    def __setattr__(self, name, value):
        setattr(self._t, name, value)


class T:
    pass


t = T()
p = Proxy(t)
p.v = 9
print(t.v, p.v, p.__dict__ == {"_t": t}, vars(t))
setattr(t, "not an identifier", 1)
print(getattr(t, "not an identifier"), t.__dict__)
delattr(t, "v")
for f in (lambda: t.v, lambda: delattr(t, "v"), lambda: getattr(t, 5), lambda: setattr(t, 5, 1), lambda: (5).x, lambda: None.x, lambda: "s".nope,
          lambda: [].x, lambda: len.x, lambda: setattr(5, "x", 1), lambda: setattr("s", "upper", 1), lambda: setattr(int, "x", 1), lambda: hasattr(t, 5)):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


class Private:
    def __init__(self):
        self.__hidden = 1
        self.__both__ = 2

    def get(self):
        return self.__hidden

    def __method(self):
        return "mangled"

    def call(self):
        return self.__method()


pr = Private()
print(pr.get(), pr.call(), pr._Private__hidden, pr.__both__, sorted(vars(pr)), hasattr(pr, "__hidden"))
