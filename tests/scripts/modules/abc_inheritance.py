# abc: abstract properties and class methods, mixing, super(), classes that stay abstract.
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @property
    @abstractmethod
    def area(self):
        ...

    @classmethod
    @abstractmethod
    def make(cls, *args):
        ...

    @abstractmethod
    def name(self):
        return "shape"

    def describe(self):
        return f"{self.name()} of {self.area}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    @property
    def area(self):
        return self.side ** 2

    @classmethod
    def make(cls, *args):
        return cls(*args)

    def name(self):
        return "square " + super().name()


print(Square.make(3).describe(), isinstance(Square(1), Shape), type(Square) is ABCMeta)


class Half(Shape):
    area = 1


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)


class Walks(ABC):
    @abstractmethod
    def walk(self):
        ...


class Swims(ABC):
    @abstractmethod
    def swim(self):
        ...


class Duck(Walks, Swims):
    def walk(self):
        return "walks"


try:
    Duck()
except TypeError as error:
    print(error)


class Mixin:
    def swim(self):
        return "swims"


class Whole(Mixin, Duck):
    pass


print(Whole().walk(), Whole().swim(), sorted(Duck.__abstractmethods__), Whole.__abstractmethods__)


@Walks.register
class Robot:
    pass


print(issubclass(Robot, Walks), issubclass(Robot, Swims), Walks in Robot.__mro__, isinstance(Robot(), (Swims, Walks)))
try:
    abstractmethod(3)
except AttributeError as error:
    print(error)
