# Unpacking with stars on the left, and the errors when the counts do not match.
a, b = 1, 2
a, b = b, a
print(a, b)
(a, b), c = (1, 2), 3
print(a, b, c)
[a, [b, (c, d)]] = 1, [2, [3, 4]]
print(a, b, c, d)
first, *rest = "hello"
print(first, rest)
*init, last = range(5)
print(init, last)
x, *mid, y = [1, 2]
print(x, mid, y)
x, (y, *z), *w = 1, (2, 3, 4), 5, 6
print(x, y, z, w)
*all_of_it, = (1, 2, 3)
print(all_of_it)
a = b = c = [0]
a.append(1)
print(a, b, c is a)
lst = [0, 0, 0]
i = 0
i, lst[i] = 1, 9
print(i, lst)
lst[0], *lst[1:] = "xyz"
print(lst)


class Box:
    pass


box = Box()
box.a, box.b = 10, 20
box.first, *box.rest = range(4)
print(box.a, box.b, box.first, box.rest)
for i, (k, v) in enumerate({"a": 1, "b": 2}.items()):
    print(i, k, v)
for head, *tail in [(1, 2, 3), "ab", [9]]:
    print(head, tail)
d = {}
d["x"], d["y"] = "pq"
print(d)
k, v = {"one": 1, "two": 2}
print(k, v)
tests = [
    ("a, b = 1, 2, 3", lambda: two((1, 2, 3))), ("a, b = [1]", lambda: two([1])), ("a, b = []", lambda: two([])),
    ("a, b = 5", lambda: two(5)), ("a, b = None", lambda: two(None)), ("a, b = gen", lambda: two(i for i in range(9))),
    ("a, *b, c = [1]", lambda: star([1])), ("a, *b, c = ''", lambda: star("")),
]


def two(x):
    a, b = x
    return a, b


def star(x):
    a, *b, c = x
    return a, b, c


for name, f in tests:
    try:
        print(name, f())
    except (ValueError, TypeError) as e:
        print(name, "->", type(e).__name__, e)
