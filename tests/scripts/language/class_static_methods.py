# classmethod and staticmethod: binding through class, instance and subclass; as plain objects.
class Date:
    fmt = "Y-M-D"

    def __init__(self, y, m, d):
        self.parts = (y, m, d)

    @classmethod
    def parse(cls, text):
        print("cls is", cls.__name__)
        return cls(*map(int, text.split("-")))

    @classmethod
    def today(cls, *, year=2020):
        return cls(year, 1, 1)

    @staticmethod
    def valid(text):
        return len(text.split("-")) == 3

    def __repr__(self):
        return f"{type(self).__name__}{self.parts}"


class Euro(Date):
    fmt = "D-M-Y"

    @classmethod
    def parse(cls, text):
        made = super().parse(text)
        made.parts = made.parts[::-1]
        return made

    @staticmethod
    def valid(text):
        return Date.valid(text) and text[0] != "0"


print(Date.parse("2020-01-02"), Euro.parse("2-1-2020"), Date(1, 2, 3).parse("4-5-6"), Euro.today(), Date.today(year=1999))
print(Date.valid("1-2-3"), Euro.valid("01-2-3"), Date(1, 1, 1).valid("x"), Euro(1, 1, 1).valid("1-1-1"))
print(Date.parse.__self__ is Date, Euro.parse.__self__ is Euro, Euro.today.__self__ is Euro, Date.valid is Date.__dict__["valid"].__func__)
f = Date.parse
print(f("7-8-9"), Date.parse.__func__(Euro, "1-2-3"))


def helper(*args):
    return args


class K:
    s = staticmethod(helper)
    c = classmethod(helper)
    m = helper
    b = len


k = K()
print(k.s(1), K.s(1), K.c(1) == (K, 1), k.c(1) == (K, 1), k.m(1) == (k, 1), K.m(1), k.b("abc"))
static = staticmethod(helper)
print(static(5), isinstance(K.__dict__["s"], staticmethod), isinstance(K.__dict__["c"], classmethod))
counter = []


class Registry:
    items = {}

    @classmethod
    def register(cls, name):
        def deco(f):
            cls.items[name] = f
            return f

        return deco


@Registry.register("double")
def double(x):
    return x * 2


print(Registry.items["double"](4), list(Registry.items))
for bad in (lambda: Date.today(2020), lambda: Date.valid(), lambda: Date.parse(), lambda: K.c.nope):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(e)
