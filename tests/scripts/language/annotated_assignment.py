# name: type = value, in modules, classes and functions; what is evaluated.
def note(x):
    print("evaluated", x)
    return x


a: int = 1
b: note("b's type")
c: note("c's type") = note("c's value")
(d): note("d's type") = 5
print(__annotations__, "b" in globals(), d)


class C:
    x: int
    y: "text" = 2
    z: note("z's type") = note("z's value")
    items: list[int] = []
    self_ref: "C"


print(C.__annotations__, C.y, hasattr(C, "x"))


def f():
    x: undefined_name = 1
    y: int
    z: print("never evaluated")
    try:
        y
    except UnboundLocalError as e:
        print(e)
    return x


print(f(), f.__annotations__)
box = C()
box.attribute: note("attribute's type") = 3
items = {}
items[note("key")]: note("item's type") = 4
print(box.attribute, items, "box" in __annotations__)
x: tuple = 1, 2
print(x)
if False:
    never: int = 5
print("never" in __annotations__)
