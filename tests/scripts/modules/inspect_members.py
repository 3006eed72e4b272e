# getmembers(), getmro(), getattr_static(), get_annotations(), getfullargspec().
import abc
import inspect


class Base:
    x: int = 1

    def b(self):
        pass


class Child(Base):
    y: "str" = "s"

    def a(self):
        pass

    @property
    def p(self):
        raise RuntimeError("not asked")


print([name for name, value in inspect.getmembers(Child) if not name.startswith("__")])
print([name for name, value in inspect.getmembers(Child, inspect.isfunction)])
print(inspect.getmembers(Base(), lambda value: isinstance(value, int)))
print([cls.__name__ for cls in inspect.getmro(Child)])
print(type(inspect.getattr_static(Child(), "p")).__name__, inspect.getattr_static(Child, "x"), inspect.getattr_static(3, "no", 0))
print(inspect.get_annotations(Child), inspect.get_annotations(Child, eval_str=True), inspect.get_annotations(Base))


def f(a, b=1, *c, d: int, e=2, **g) -> str:
    pass


print(inspect.getfullargspec(f))
print(inspect.getfullargspec(Child.a), inspect.getfullargspec(lambda: 0).args, inspect.get_annotations(f))


class Abstract(abc.ABC):
    @abc.abstractmethod
    def m(self):
        pass


class Concrete(Abstract):
    def m(self):
        pass


print(inspect.isabstract(Abstract), inspect.isabstract(Concrete), inspect.isabstract(3))
for bad in lambda: inspect.getattr_static(3, "nothing"), lambda: inspect.getfullargspec(3), lambda: inspect.get_annotations(3):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
