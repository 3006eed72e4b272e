# isinstance and issubclass with tuples and built-in types; type() of everything.
class A:
    pass


class B(A):
    pass


values = [1, True, 1.5, "s", b"b", None, [], (), {}, set(), frozenset(), range(1), slice(1), len, A, A(), B(), (i for i in ()), lambda: 0, ..., NotImplemented, int]
for v in values:
    print(type(v).__name__, [t.__name__ for t in (int, float, str, bool, list, tuple, dict, object, type, A) if isinstance(v, t)])
print(isinstance(1, (str, int)), isinstance(1, (str, (bytes, (int,)))), isinstance(1, ()), issubclass(B, A), issubclass(A, B), issubclass(bool, (str, int)))
print(issubclass(B, object), issubclass(int, int), isinstance(B, type), issubclass(ValueError, Exception), isinstance(None, type(None)))
print(type(1) == int, type(1) is int, type(True) is int, type("").__name__, type(type), type(int), type(None), type(A()) is A, type(...))
print(isinstance(1, int | str), isinstance("a", int | str), isinstance(1.5, int | str), issubclass(bool, int | None))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, "int"), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1), lambda: isinstance(1, (int, 5)), lambda: isinstance(1, [int])):
    try:
        print(f())
    except TypeError as e:
        print(e)
print([c.__name__ for c in (KeyError.__mro__)], [c.__name__ for c in UnicodeDecodeError.__mro__], [c.__name__ for c in ModuleNotFoundError.__mro__])
for e in (ZeroDivisionError, RecursionError, NotImplementedError, StopIteration, StopAsyncIteration, GeneratorExit, KeyboardInterrupt, SystemExit, UnboundLocalError, IndentationError, TimeoutError, ConnectionError, FileNotFoundError):
    print(e.__name__, e.__bases__[0].__name__, issubclass(e, Exception), end="; ")
print()
print(OSError is IOError, EnvironmentError is OSError, BaseException.__bases__, int.__mro__, bool.__bases__, bool.__mro__)
print(str(int), repr(A), str(type(len)), str(type(lambda: 0)), str(type(A().__init__)), type(iter([])).__name__, type(iter({})).__name__, type({}.items()).__name__)
print(type(iter("")).__name__, type(iter(range(0))).__name__, type(iter(set())).__name__, type(zip()).__name__, type(map(str, [])).__name__, type(enumerate([])).__name__, type(reversed([])).__name__)
print(A.__dict__.get("__doc__"), hasattr(A, "__weakref__"), int.__name__, type(A).__name__, A.__class__, A().__class__.__name__, (5).__class__, "".__class__)
