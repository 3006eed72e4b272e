# match: instances by class and attributes; __match_args__ makes some positional.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Named:
    def __init__(self, **attributes):
        self.__dict__.update(attributes)


def where(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the y axis at {y}"
        case Point(x, 0):
            return f"on the x axis at {x}"
        case Point(x, y) if x == y:
            return "on the diagonal"
        case Point():
            return "somewhere"
        case Named(name=str(name), age=int() | float() as age):
            return f"{name}, {age}"
        case Named(name=_):
            return "a name alone"
        case int(n) | float(n):
            return f"number {n}"
        case str(s):
            return f"text {s}"
        case list([a, *_]):
            return f"list from {a}"
        case dict({"k": v}):
            return f"dict with {v}"
        case bool() | type():
            return "never" if isinstance(p, bool) else "a class"
        case _:
            return "unknown"


for p in (Point(0, 0), Point(0, 3), Point(3, 0), Point(2, 2), Point(1, 2), Named(name="Ann", age=3), Named(name="Bob"), Named(),
          5, 2.5, True, "s", [1, 2], [], {"k": 1}, {}, int, None):
    print(where(p))
