# Patterns of every kind, what they bind and when.
from collections import deque, defaultdict


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Color:
    RED = "red"
    ORIGIN = (0, 0)


def describe(value):
    match value:
        case 0 | 1 | -1:
            return "small"
        case None:
            return "none"
        case True | False:
            return "never: 1 and 0 come first"
        case Color.RED:
            return "red"
        case str(text) if len(text) > 5:
            return f"long text {text}"
        case str():
            return "text"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, y]:
            return f"two {x} {y}"
        case [first, *_, last] if first == last:
            return f"the same ends {first}"
        case (first, *middle, last):
            return f"{first} to {last} by {middle}"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": kind, **rest}:
            return f"{kind} {rest}"
        case {}:
            return "a mapping"
        case Point3(x, y, z=0):
            return f"flat {x} {y}"
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y=Point(a, b)):
            return f"nested {x} {a} {b}"
        case Point(x, y) as p:
            return f"point {x} {y} {type(p).__name__}"
        case int() | float() as number:
            return f"number {number}"
        case _:
            return f"other {type(value).__name__}"


for value in (
    0, True, -1, None, "red", "word", "a long word", [], (5,), [1, 2], [1, 2, 1], range(4), deque([1, 2, 3, 4]),
    {"kind": "circle", "r": 2, "more": 3}, {"kind": "square", "a": 1}, {}, {1: 2}, Point(0, 0), Point(1, 2),
    Point(1, Point(2, 3)), Point3(1, 2, 0), Point3(1, 2, 3), 7, 2.5, b"bytes", {1, 2}, iter([1]),
    defaultdict(int, kind="default"),
):
    print(describe(value))


def bound(value):
    x = y = "unset"
    match value:
        case [x, 1]:
            pass
        case [1, y] | [y, 2]:
            pass
        case {"a": [x, {"b": y}]}:
            pass
        case Color.ORIGIN as x:
            pass
    return x, y


print(bound([9, 1]), bound([1, 8]), bound([7, 2]), bound([1, 2, 3]), bound({"a": [1, {"b": 2}]}), bound((0, 0)))


def guards(value):
    match value:
        case x if x > 10:
            return "big", x
        case x if (y := x * 2) > 10:
            return "half big", x, y
        case x:
            return "small", x


print(guards(11), guards(6), guards(1))


def in_loop(items):
    for item in items:
        match item:
            case "skip":
                continue
            case "stop":
                break
            case [*values]:
                print("values", values)
            case other:
                print("item", other)
    else:
        print("exhausted")


in_loop([1, "skip", (2, 3)])
in_loop([1, "stop", 4])


def error(call):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)


def too_many():
    match Point(1, 2):
        case Point(1, 2, 3):
            pass


def none_allowed():
    match Color():
        case Color(1):
            pass


def twice():
    match Point(1, 2):
        case Point(1, x=1):
            pass


def int_twice():
    match 1:
        case int(1, 2):
            pass


for call in (too_many, none_allowed, twice, int_twice):
    error(call)

match = [1, 2]
case = 3
match match:
    case [a, b] if case == 3:
        print("soft keywords", a, b)
