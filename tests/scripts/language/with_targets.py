# with ... as: any target.
class Gives:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *details):
        return False


class Box:
    pass


box, items = Box(), [0, 0]
with Gives(1) as box.attribute, Gives(2) as items[1], Gives((3, 4)) as (x, y), Gives([5, 6, 7]) as [first, *rest]:
    print(box.attribute, items, x, y, first, rest)
with Gives({"k": (8, [9, 10])}) as mapping, Gives((1, (2, 3))) as (a, (b, c)):
    print(mapping, a, b, c)
with Gives("ab") as (p, q):
    print(p, q)
try:
    with Gives((1, 2, 3)) as (a, b):
        print("never")
except ValueError as e:
    print(e)
try:
    with Gives(5) as (a, b):
        print("never")
except TypeError as e:
    print(e)
