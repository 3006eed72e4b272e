# How objects say what a copy of them is.
import copy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum


class Node:
    def __init__(self, name, next=None):
        self.name, self.next = name, next


class Special:
    def __init__(self, x):
        self.x = x

    def __copy__(self):
        return Special(f"copy of {self.x}")

    def __deepcopy__(self, memo):
        return Special(f"deep copy of {self.x}")


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a, self.b = 1, [2]


class Colour(Enum):
    RED = 1


@dataclass
class Data:
    items: list = field(default_factory=list)


node = Node("a")
node.next = Node("b", node)
deep = copy.deepcopy(node)
print(deep is not node, deep.next.next is deep, deep.next is not node.next, copy.copy(node).next is node.next)
print(copy.copy(Special(1)).x, copy.deepcopy([Special(2)])[0].x)
s = Slots()
print(copy.copy(s).b is s.b, copy.deepcopy(s).b is s.b, copy.deepcopy(s).b)
print(copy.copy(Colour.RED) is Colour.RED, copy.deepcopy({"k": Colour.RED})["k"] is Colour.RED, copy.deepcopy(len) is len, copy.copy(Node) is Node)
d = Data([1])
print(copy.deepcopy(d), copy.deepcopy(d).items is d.items, copy.copy(d).items is d.items)
for moment in date(2024, 1, 2), datetime(2024, 1, 2, 3), timedelta(1, 2):
    print(repr(copy.copy(moment)), copy.deepcopy([moment]) == [moment])
shared = [1]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1], copy.deepcopy((1, 2)), copy.copy({1, 2}), copy.deepcopy(frozenset([1])))
