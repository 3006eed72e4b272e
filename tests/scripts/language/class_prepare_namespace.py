# A namespace that __prepare__ makes: the class body calls its methods, and the metaclass gets that very object.


class Recorder(dict):
    def __init__(self):
        super().__init__()
        self.log = []

    def __setitem__(self, key, value):
        self.log.append(key)
        if key == "forbidden":
            raise KeyError("not that one")
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self.log.append("del " + key)
        super().__delitem__(key)

    def __missing__(self, key):
        if key.startswith("made_"):
            return key.upper()
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(metacls, name, bases, **kwds):
        print("prepare", name, bases, kwds)
        return Recorder()

    def __new__(metacls, name, bases, namespace, **kwds):
        print(type(namespace).__name__, namespace.log)
        return super().__new__(metacls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwds):
        super().__init__(name, bases, namespace)


outer = "global"


class Plain(metaclass=Meta, option=1):
    a: int = 1
    b = a + 1
    c = made_up
    d = outer
    del a

    def method(self):
        return __class__

    again = 1
    again = 2


print(Plain.b, Plain.c, Plain.d, Plain.again, Plain().method(), type(Plain.__dict__).__name__)


def enclosing():
    made_free = "free"

    class Inner(Plain):
        x = made_free
        y = lambda self: made_free

    print(Inner.x, Inner().y())


enclosing()
for body in ("forbidden = 1", "x = missing", "del missing"):
    try:
        if body == "forbidden = 1":
            class A(metaclass=Meta):
                forbidden = 1
        elif body == "x = missing":
            class B(metaclass=Meta):
                x = missing
        else:
            class C(metaclass=Meta):
                del missing
    except Exception as error:
        print(type(error).__name__, error)
