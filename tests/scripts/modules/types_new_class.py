# Classes made by calls: type(), types.new_class(), resolve_bases(); namespaces.
import types


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases, **keywords):
        return {"prepared": True}

    def __new__(cls, name, bases, namespace, tag=None):
        made = super().__new__(cls, name, bases, namespace)
        made.tag = tag
        return made

    def __init__(cls, name, bases, namespace, tag=None):
        super().__init__(name, bases, namespace)


made = types.new_class("Made", (), {"metaclass": Meta, "tag": "T"}, lambda namespace: namespace.update(x=1))
print(made.__name__, type(made).__name__, made.tag, made.x, made.prepared)
plain = types.new_class("Plain", (dict,))
print(plain(a=1), plain.__mro__[1].__name__, types.new_class("Empty").__bases__)
print(types.resolve_bases((int, list[int])), type("T", (int,), {"y": 2})(3).y)
space = types.SimpleNamespace(a=1, b="x")
space.c = [1]
print(space, space == types.SimpleNamespace(a=1, b="x", c=[1]), vars(space), types.SimpleNamespace())
del space.a
try:
    space.a
except AttributeError as e:
    print(e)
proxy = types.MappingProxyType({"k": 1})
print(proxy, proxy["k"], len(proxy), list(proxy), proxy | {"z": 2})
try:
    proxy["k"] = 2
except TypeError as e:
    print(e)
try:
    types.new_class("Bad", (int, made))
except TypeError as e:
    print(e)
