# class C[T]: type parameters of classes; Generic is added as the last base.
# python: 3.13
class Stack[T]:
    """A stack."""
    limit: int = 3

    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def map[U](self, f: "Callable[[T], U]") -> "Stack[U]":
        result = Stack[U]()
        for item in self.items:
            result.push(f(item))
        return result

    @classmethod
    def of(cls, *items: T):
        return cls()

    def types(self):
        return T, __class__, self.__class__ is __class__


class Pair[K, V = list[K]](dict):
    pass


class Base:
    def __init_subclass__(cls, **options):
        print("subclass", cls.__name__, options, cls.__type_params__)


class Derived[T](Base, option=1):
    class Inner[U]:
        both = staticmethod(lambda: (T, U))


class Plain(Stack):
    pass


class Numbers(Stack[int]):
    pass


print(Stack().push(1).push(2).map(str).items, Stack.types(Stack()))
print(Stack.__type_params__, Stack.__bases__, Stack.__orig_bases__, Stack.__parameters__, Stack.__mro__)
print(Stack.__annotations__, Stack.push.__annotations__, Stack.map.__type_params__, Stack.map.__qualname__, Stack.__doc__)
print(Stack[int], Stack[int]().push("any").items, Pair[int, str], Pair[int], Pair.__bases__)
print(Derived.__bases__, Derived.__orig_bases__, Derived.Inner.both(), Derived.Inner.__qualname__)
print(Plain.__type_params__, Numbers.__type_params__, Numbers.__orig_bases__, object.__type_params__)
try:
    Stack[int, str]
except TypeError as e:
    print(e)
try:
    class Wrong[T, T2](missing):
        pass
except NameError as e:
    print(e)
