# Annotations are evaluated when the def runs and kept; variables' too.
def say(x):
    print("annotation", x)
    return x


def f(a: say("for a"), b: int = 5, *args: str, c: "quoted" = 1, **kw: float) -> say("return"):
    x: say("never: local") = 1
    y: int
    return a + b + x


print(f(1), f.__annotations__)
count: int = 0
name: str
print(count, __annotations__)
try:
    print(name)
except NameError as e:
    print(e)


class Point:
    x: int
    y: int = 0
    label: "str" = "p"


print(Point.__annotations__, Point.y, hasattr(Point, "x"))
lst = [1, 2]
lst[0]: int = 9
p = Point()
p.x: float = 2.5
print(lst, p.x)
(paren): int = 4
print(paren, "paren" in __annotations__)


def local():
    z: int
    try:
        return z
    except UnboundLocalError as e:
        return str(e)


print(local())


def union(a: int | None = None, b: list[int] = (), *, c: dict[str, int] | None = None) -> tuple[int, ...]:
    return a, b, c


print(union(1), union())
t: tuple = 1, 2, *[3]
print(t)


try:
    def bad(a: undefined_name_here = 1):
        pass
except NameError as e:
    print(e)
