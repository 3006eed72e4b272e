# with: several managers, in parentheses, over lines, with and without names.
class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, *details):
        print("exit", self.name, details[0] and details[0].__name__)


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (Manager("c") as c, Manager("d")):
    print(c)
with (
    Manager("e") as e,
    Manager("f") as f,
):
    print(e, f)
with (Manager("g"), Manager("h"))[1] as i:
    print(i)
with (Manager("j")):
    pass
with (Manager("k")) as k:
    print(k)
with (Manager("l") if a else Manager("m")) as l, (Manager("n")) as n:
    print(l, n)
with (yes := Manager("o")) as o:
    print(yes.name, o)
try:
    with (Manager("p"), Manager("q") as q):
        1 / 0
except ZeroDivisionError as error:
    print(error)
try:
    with (Manager("r"), 1 / 0):
        print("never")
except ZeroDivisionError as error:
    print(error)
