# Unpacking: nested, from any iterable, order of stores, targets of every kind.
class Box:
    pass


box, items, mapping = Box(), [0] * 4, {}
a, (b, [c, d]), e = 1, (2, (3, 4)), "e"
print(a, b, c, d, e)
box.x, items[0], mapping["k"], items[1:3] = 1, 2, 3, (8, 9)
print(box.x, items, mapping)
(a), b = [c, *d] = "xy"
print(a, b, c, d)
a, b, c = range(3)
a, b = {1: 2, 3: 4}
print(a, b, c)
first, *middle, last = (x * x for x in range(5))
print(first, middle, last)
*start, end = "abc"
head, *tail = [1]
print(start, end, head, tail)
[] = ()
() = []
(*everything,) = 1, 2
print(everything)
i, j = 0, [10, 20]
i, j[i] = 1, 99
print(i, j)
x = [1, 2, 3]
x[0], x[2] = x[2], x[0]
print(x)
for (k, v), n in zip({"a": 1, "b": 2}.items(), "xy"):
    print(k, v, n)
print([p + q for p, q in [(1, 2), (3, 4)]], {k: v for k, (v, _) in {"a": (1, 2)}.items()})


def gen():
    print("one")
    yield 1
    print("two")
    yield 2
    print("three")
    yield 3


try:
    a, b = gen()
except ValueError as error:
    print(error)
