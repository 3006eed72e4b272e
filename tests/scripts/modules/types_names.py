# Module types: the names of types
import asyncio
import types


def f():
    pass


class C:
    def m(self):
        pass


async def co():
    pass


async def agen():
    yield


c = co()
print(isinstance(f, types.FunctionType), types.LambdaType is types.FunctionType, isinstance(C().m, types.MethodType))
print(isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType))
print(isinstance(asyncio, types.ModuleType), isinstance(None, types.NoneType), isinstance(..., types.EllipsisType))
print(isinstance((x for x in ()), types.GeneratorType), isinstance(f.__code__, types.CodeType))
print(isinstance(c, types.CoroutineType), isinstance(agen(), types.AsyncGeneratorType))
print(isinstance(C.__dict__, types.MappingProxyType), isinstance(list[int], types.GenericAlias))
print(isinstance(int | None, types.UnionType), isinstance(NotImplemented, types.NotImplementedType))
c.close()
try:
    1 / 0
except ZeroDivisionError as e:
    print(isinstance(e.__traceback__, types.TracebackType), isinstance(e.__traceback__.tb_frame, types.FrameType))
print(types.GenericAlias(list, (int,)), types.GenericAlias(dict, (str, int)) == dict[str, int])
print(types.MappingProxyType({1: 2}), repr(types.MappingProxyType({1: 2})))
print(types.MethodType(lambda self, x: (self, x), 5)(6), types.ModuleType("mod").__name__)
for t in (types.FunctionType, types.NoneType, types.CoroutineType, types.AsyncGeneratorType, types.TracebackType,
          types.FrameType, types.CellType, types.MethodDescriptorType, types.SimpleNamespace):
    print(t.__name__, end=" ")
print()

ns = types.SimpleNamespace(a=1, b="x")
print(ns, ns.a, ns == types.SimpleNamespace(a=1, b="x"), ns == 5, ns != types.SimpleNamespace())
ns.c = [ns.a]
print(ns)
del ns.a
print(ns, vars(ns))


class Sub(types.SimpleNamespace):
    pass


print(Sub(q=1))
