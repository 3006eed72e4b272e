# The types that module types names, and what is of them.
import types


class C:
    __slots__ = ("slot",)

    def method(self):
        pass


def generator():
    yield


for name, value in [("FunctionType", generator), ("LambdaType", lambda: 0), ("MethodType", C().method), ("BuiltinFunctionType", len),
                    ("GeneratorType", generator()), ("CodeType", generator.__code__), ("ModuleType", types), ("MappingProxyType", C.__dict__),
                    ("MemberDescriptorType", C.slot), ("GetSetDescriptorType", types.FunctionType.__code__), ("MethodDescriptorType", str.join),
                    ("WrapperDescriptorType", object.__init__), ("MethodWrapperType", object().__str__), ("NoneType", None),
                    ("EllipsisType", ...), ("NotImplementedType", NotImplemented), ("UnionType", int | str), ("GenericAlias", list[int])]:
    print(name, isinstance(value, getattr(types, name)), getattr(types, name).__name__)
bound = types.MethodType(lambda self, x: (self, x), 5)
print(bound(6), bound.__self__)
module = types.ModuleType("made", "its doc")
module.x = 1
print(module.__name__, module.__doc__, module.x, module)
