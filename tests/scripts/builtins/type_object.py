# type, object, super as objects; names, modules and simple introspection.
class A:
    """doc of A"""

    def f(self):
        """doc of f"""

    x = 1


class B(A):
    pass


print(type(A()), type(A), A.__name__, A.__qualname__, A.__module__, A.__doc__, B.__doc__, A.f.__doc__, A.f.__name__, A.f.__qualname__, A().f.__qualname__)
print(B.__bases__, B.__mro__, A.__base__, B.__base__ is A, object.__base__, type.__bases__, A.__subclasses__() == [B], type(type) is type, isinstance(type, object), isinstance(object, type))
print(A().__class__ is A, A.__class__, A.__dict__["x"], "f" in A.__dict__, type(A.__dict__).__name__, type(A.f).__name__, type(A().f).__name__, type(len).__name__, type([].append).__name__, type(str.upper).__name__)
o = object()
print(type(o), o == o, o != object(), hash(o) == hash(o), bool(o), str(o).startswith("<object object at 0x"), isinstance(o, object), hasattr(o, "__dict__"), callable(o), object.__name__)
for f in (lambda: object(1), lambda: A(1), lambda: o.x, lambda: A.nope, lambda: B().nope, lambda: type(), lambda: type(1, 2), lambda: object.nope, lambda: A.f(), lambda: A().f(1), lambda: super(), lambda: A[0], lambda: A() < A(), lambda: A + A, lambda: A().x(), lambda: len(A), lambda: iter(A), lambda: B.__mro__[0]()()):
    try:
        print(f())
    except (TypeError, AttributeError, RuntimeError) as e:
        print(type(e).__name__, e)
A.x = 2
A.new = lambda self: "new method"
print(B.x, B().new(), A.__name__)
A.__name__ = "Renamed"
print(A.__name__, A, type(A()).__name__)
a = A()
a.__class__ = B
print(type(a), isinstance(a, B))
try:
    a.__class__ = 5
except TypeError as e:
    print(e)
print(type(None)(), type(...) is type(Ellipsis), type(NotImplemented), NotImplemented, int.__class__, type(1).__name__, type("")("made"), type([])((1, 2)), type({})(a=1), type(())("ab"))
s = super(B, B())
print(type(s), s.x, s.__self_class__.__name__, s.__thisclass__.__name__, s.f.__name__)
print([t.__name__ for t in (int, str, list, dict, set, frozenset, tuple, bytes, bool, float, object, type, range, slice, property, staticmethod, classmethod, super, enumerate, zip, map, filter, reversed)])
print(int.__module__, len.__module__, A.__module__, (lambda: 0).__module__, ValueError.__module__, len.__name__, len.__qualname__, str.join.__name__, str.join.__qualname__, [].append.__qualname__)
print(int.__doc__ is not None, (lambda: 0).__doc__, A.f.__code__.co_name, A.f.__code__.co_varnames, A.f.__code__.co_argcount)
