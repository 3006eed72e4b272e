# Classes: body scope, class and instance attributes, methods, bound and unbound, names.
# python: 3.11
class Dog:
    """A dog."""
    kind = "canine"
    tricks = []
    count = 0

    def __init__(self, name, age=1):
        self.name = name
        self.age = age
        Dog.count += 1

    def speak(self, sound="woof"):
        return f"{self.name} says {sound}"

    def add(self, trick):
        self.tricks.append(trick)
        return self

    print("body runs", kind, __name__, __qualname__)


a, b = Dog("Rex"), Dog("Fido", age=3)
print(a.name, b.age, a.kind, Dog.kind, Dog.count, a.speak(), b.speak(sound="arf"), Dog.speak(a, "hi"))
a.add("sit").add("roll")
print(b.tricks, a.tricks is Dog.tricks)
a.kind = "own"
print(a.kind, b.kind, Dog.kind, a.__dict__, "kind" in b.__dict__)
Dog.kind = "changed"
print(a.kind, b.kind)
del a.kind
print(a.kind, Dog.__name__, Dog.__qualname__, Dog.__doc__, Dog.__module__, a.__class__ is Dog, type(a) is Dog, type(a).__name__)
m = a.speak
print(m(), m("x"), m.__self__ is a, m.__func__ is Dog.speak, m.__name__, m == a.speak, m != b.speak)
Dog.extra = lambda self, n: (self.name, n)
print(a.extra(5), b.extra(n=6))
a.shout = lambda: "no self"
print(a.shout())
a.__class__ = Dog
print(isinstance(a, Dog), isinstance(a, object), isinstance(Dog, type), issubclass(Dog, object), callable(Dog), callable(a))


class Outer:
    class Inner:
        value = 1

        class Most:
            pass

    def make(self):
        class Local:
            pass

        return Local


print(Outer.Inner.value, Outer.Inner.__qualname__, Outer.Inner.Most.__qualname__, Outer().make().__qualname__)
print(Dog, Outer.Inner, type(Dog), Dog.__bases__, Outer.Inner.Most)
for f in (lambda: Dog(), lambda: Dog("a", 1, 2), lambda: Dog.speak(), lambda: a.speak(1, 2), lambda: Dog(nme="x"), lambda: object(5), lambda: Outer(1)):
    try:
        print(f())
    except TypeError as e:
        print(e)
for f in (lambda: a.nope, lambda: Dog.nope, lambda: a.speak.nope, lambda: Outer.Inner.nope):
    try:
        print(f())
    except AttributeError as e:
        print(e)
print(vars(b), hasattr(b, "name"), getattr(b, "zz", None), sorted(k for k in Dog.__dict__ if not k.startswith("__")))
