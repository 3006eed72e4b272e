# Descriptors: __get__, __set__, __delete__, __set_name__, and their priority.
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return f"descriptor {self.name} of {owner.__name__}"
        print("get", self.name, end=" ")
        return obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        print("set", self.name, end=" ")
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print("delete", self.name, end=" ")
        obj.__dict__.pop(self.name, None)


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name = name
        self.age = age


p = Person("Ann", 30)
print(p.name, p.age, Person.name)
p.age += 1
print(p.age, p.__dict__)
try:
    p.age = "old"
except TypeError as e:
    print(e)
del p.age
print(p.age)


class NonData:
    def __get__(self, obj, owner):
        return "from non-data descriptor"


class C:
    nd = NonData()


c = C()
print(c.nd, C.nd)
c.nd = "instance wins"
print(c.nd)
p.__dict__["name"] = "data descriptor wins"
print(p.name)


class cached:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        print("computing", end=" ")
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @cached
    def area(self):
        return self.r ** 2 * 3


k = Circle(2)
print(k.area, k.area, k.__dict__)


class Method:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        return lambda *a: ("bound", self.f(obj, *a))


class Uses:
    @Method
    def go(self, x):
        return x * 2


print(Uses().go(4), (lambda self: "plain function binds").__get__(5)())
