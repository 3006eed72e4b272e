# class: bases of every kind, keywords, empty bodies, nesting, redefinition, calls in the header.
class Empty: pass


class Dots: ...


class NoBases(): pass


def base(cls):
    print("base", cls.__name__)
    return cls


class FromCall(base(list)): pass


class Several(Empty, *[Dots], **{}): pass


class Keywords:
    def __init_subclass__(cls, /, option=None, **rest):
        cls.option = option, rest


class Sub(Keywords, option=1, other=2): pass


class Meta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in namespace if k[0] != "_"), kwargs)
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)


class WithMeta(Empty, metaclass=Meta, flag=True):
    a = b = 1


class Inherits(WithMeta): c = 2


print([c.__bases__ for c in (Empty, NoBases, FromCall, Several)], Sub.option, type(Inherits).__name__, FromCall([1]))
for code in ("class X(5): pass", "class X(Empty, Empty): pass", "class X(object, Empty): pass", "class X(bool): pass", "class X(int, str): pass",
             "class X(metaclass=5): pass", "class X(undefined): pass", "class X(Empty, bad=1): pass", "class X(*5): pass", "class X(None): pass"):
    try:
        exec(code)
    except Exception as e:
        print(code, "->", type(e).__name__, e)


class Twice:
    def f(self): return 1
    def f(self): return 2
    x = 1
    x += 1


print(Twice().f(), Twice.x, Twice.__dict__["x"])
