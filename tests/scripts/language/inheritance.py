# Inheritance: overriding, super() in all its places, calls up the chain, class attributes.
# python: 3.11
class Base:
    name = "base"

    def __init__(self, x):
        print("Base.__init__", x)
        self.x = x

    def who(self):
        return f"Base.who {self.name}"

    def hook(self):
        return "base hook"

    def template(self):
        return f"<{self.hook()}>"

    @classmethod
    def make(cls, x):
        return cls(x)

    @staticmethod
    def util(n):
        return n + 1


class Child(Base):
    name = "child"

    def __init__(self, x, y):
        super().__init__(x)
        print("Child.__init__", y)
        self.y = y

    def who(self):
        return "Child > " + super().who()

    def hook(self):
        return "child hook"

    @classmethod
    def make(cls, x):
        print("Child.make for", cls.__name__)
        return cls(x, -x)

    @staticmethod
    def util(n):
        return Base.util(n) * 10


class Grand(Child):
    def who(self):
        return "Grand > " + super(Grand, self).who() + " & " + super(Child, self).who()

    def nested(self):
        def inner():
            return super(Grand, self).hook()

        return inner(), [super(Grand, self).hook() for _ in range(2)], (lambda: self.template())()


g = Grand(1, 2)
print(g.who(), g.template(), g.nested(), g.name, g.util(1), Grand.util(2))
print(Child.make(5).y, Base.make(7).x, isinstance(g, Base), issubclass(Grand, (int, Base)), issubclass(Base, Grand))
print([c.__name__ for c in Grand.__mro__], Grand.__bases__[0].__name__, Grand.__base__.__name__, Child.__init__ is Grand.__init__)
print(Base.who(g), super(Grand, g).name, super(Child, g).name)


class Words(list):
    def __init__(self, text):
        super().__init__(text.split())

    def append(self, w):
        super().append(w.upper())
        return self

    def __getitem__(self, i):
        return "item " + super().__getitem__(i)


w = Words("a b c")
w.append("d")
print(w, len(w), w[0], w[-1], isinstance(w, list), list(w), "D" in w, w + ["x"], type(w + []).__name__)


class Num(int):
    def __add__(self, other):
        return Num(int(self) + other + 100)

    def half(self):
        return self / 2


n = Num(6)
print(n, n + 1, n.half(), n * 2, type(n * 2).__name__, type(n + 1).__name__, n == 6, {6: "six"}[n], [10, 20, 30, 40, 50, 60, 70][n])


class Str(str):
    def shout(self):
        return self.upper() + "!"


print(Str("hi").shout(), Str("hi") + "x", type(Str("a") + "b").__name__, Str(5), len(Str("abc")), Str("k") == "k", {"k": 1}[Str("k")])
try:
    Grand()
except TypeError as e:
    print(e)
try:
    super(Grand, g).nope
except AttributeError as e:
    print(e)
try:
    class Bad(5):
        pass
except TypeError as e:
    print(str(e)[:40])
