"""Names of types that have none among the built-in ones, and generators as coroutines."""
import sys
from _types import allow_awaiting, name_with_module
from functools import wraps

__all__ = [
    "AsyncGeneratorType", "BuiltinFunctionType", "BuiltinMethodType", "CellType", "CodeType", "CoroutineType",
    "EllipsisType", "FrameType", "FunctionType", "GeneratorType", "GenericAlias", "GetSetDescriptorType",
    "LambdaType", "MappingProxyType", "MemberDescriptorType", "MethodDescriptorType", "MethodType",
    "MethodWrapperType", "ModuleType", "NoneType", "NotImplementedType", "SimpleNamespace", "TracebackType",
    "UnionType", "WrapperDescriptorType", "coroutine", "new_class", "resolve_bases",
]


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield



class _Class:
    __slots__ = ("slot",)

    def method(self):
        pass


FunctionType = LambdaType = type(_generator)
CodeType = type(_generator.__code__)
MethodType = type(_Class().method)
MemberDescriptorType = type(_Class.slot)
ModuleType = type(sys)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
GetSetDescriptorType = type(FunctionType.__code__)
MappingProxyType = type(type.__dict__)
GenericAlias = type(list[int])
UnionType = type(int | str)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
GeneratorType = type(_generator())
AsyncGeneratorType = type(_async_generator())
_unused = _coroutine()
CoroutineType = type(_unused)
_unused.close()

try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)


def _closure():
    variable = None

    def inner():
        return variable

    return inner


CellType = type(_closure().__closure__[0])

del _Class, _async_generator, _closure, _coroutine, _generator, _unused


@name_with_module
class SimpleNamespace:
    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError("no positional arguments expected")
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({', '.join(f'{key}={value!r}' for key, value in self.__dict__.items())})"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


CO_GENERATOR = 0x20
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100


class _GeneratorWrapper:
    """What a function that is no generator function returned, if it is a generator: one that may be awaited."""

    def __init__(self, generator):
        self.__wrapped = generator

    def send(self, value):
        return self.__wrapped.send(value)

    def throw(self, type, *rest):
        return self.__wrapped.throw(type, *rest)

    def close(self):
        return self.__wrapped.close()

    @property
    def gi_code(self):
        return self.__wrapped.gi_code

    @property
    def gi_frame(self):
        return self.__wrapped.gi_frame

    @property
    def gi_running(self):
        return self.__wrapped.gi_running

    @property
    def gi_yieldfrom(self):
        return self.__wrapped.gi_yieldfrom

    cr_code = gi_code
    cr_frame = gi_frame
    cr_running = gi_running
    cr_await = gi_yieldfrom

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self

    __await__ = __iter__


def _is_generator(made):
    return type(made) is GeneratorType or all(
        hasattr(type(made), name) for name in ("__iter__", "__next__", "send", "throw", "close"))


def coroutine(func):
    """Makes a generator function a coroutine function."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if type(func) is FunctionType:
        flags = func.__code__.co_flags
        if flags & (CO_COROUTINE | CO_ITERABLE_COROUTINE):
            return func
        if flags & CO_GENERATOR:
            allow_awaiting(func)
            return func

    @wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if type(made) is CoroutineType:
            return made
        if type(made) is GeneratorType and made.gi_code.co_flags & CO_ITERABLE_COROUTINE:
            return made
        if _is_generator(made) and not hasattr(type(made), "__await__"):
            return _GeneratorWrapper(made)
        return made

    return wrapped


def resolve_bases(bases):
    """The bases of a class, those replaced that say by what (__mro_entries__)."""
    resolved = []
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            resolved.append(base)
        else:
            made = entries(bases)
            if not isinstance(made, tuple):
                raise TypeError("__mro_entries__ must return a tuple")
            resolved.extend(made)
    return tuple(resolved)


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as a class statement does; exec_body fills its namespace."""
    resolved, kwds = resolve_bases(bases), dict(kwds or {})
    meta = kwds.pop("metaclass", type(resolved[0]) if resolved else type)
    if isinstance(meta, type):
        for base in resolved:
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                                "of the metaclasses of all its bases")
    namespace = meta.__prepare__(name, resolved, **kwds) if hasattr(meta, "__prepare__") else {}
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases and resolved != bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)
