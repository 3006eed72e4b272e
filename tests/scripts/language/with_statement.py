# with: entering and leaving order, suppression, errors in enter and exit, several items, every way out.
class M:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name, end=" ")
        if self.fail == "enter":
            raise OSError("enter " + self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None, end=" ")
        if self.fail == "exit":
            raise KeyError("exit " + self.name)
        return self.suppress


with M("a") as x:
    print(x, end=" ")
print()
with M("a") as x, M("b") as y, M("c"):
    print(x, y, end=" ")
print()
with (M("p") as x, M("q"),):
    print(x, end=" ")
print()
with M("s", suppress=True):
    raise ValueError("gone")
print("suppressed")
for items in ([M("o"), M("i", suppress=True)], [M("o", suppress=True), M("i", fail="exit")], [M("o"), M("i", fail="enter")], [M("o", fail="exit"), M("i", fail="exit")]):
    try:
        with items[0] as a, items[1] as b:
            print("body", end=" ")
            raise ValueError("body")
        print("after", end=" ")
    except Exception as e:
        print("->", repr(e), "context", repr(e.__context__), end="")
    print()


def leave(how):
    for i in range(2):
        with M(how):
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
    return "end"


print(leave("return"))
print(leave("break"))
print(leave("continue"))


class Target:
    pass


t = Target()
lst = [0, 0]
with M("attr") as t.x, M("item") as lst[1], M("ab") as (u, v):
    print(t.x, lst, u, v, end=" ")
print()


def bad(thing):
    with thing:
        pass


class NoExit:
    def __enter__(self):
        pass


class NoEnter:
    def __exit__(self, *a):
        pass


for thing in (5, NoExit(), NoEnter(), None, M):
    try:
        bad(thing)
    except TypeError as e:
        print(e)
    except AttributeError as e:
        print(e)


class Truthy:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        print([a is None for a in args], end=" ")
        return "any true value suppresses"


with Truthy():
    pass
with Truthy():
    1 / 0
print("done")
