# del of names, attributes, items, slices and tuples of targets.
x = 1
del x
try:
    print(x)
except NameError as e:
    print(e)
a, b, c = 1, 2, 3
del a, (b, c)
for name in ("a", "b", "c"):
    print(name in globals())
lst = list(range(10))
del lst[0], lst[-1]
print(lst)
del lst[1:3]
print(lst)
del lst[::2]
print(lst)
del lst[:]
print(lst)
d = {"a": 1, "b": 2, "c": 3}
del d["b"]
print(d)
try:
    del d["zz"]
except KeyError as e:
    print("KeyError", e)
try:
    del lst[5]
except IndexError as e:
    print(e)


class Thing:
    shared = 1

    def __delitem__(self, key):
        print("delitem", key)

    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)


t = Thing()
t.a = 1
del t.a
del t[3], t["k"], t[1:2], t[1, 2]
try:
    del t.a
except AttributeError as e:
    print(e)
try:
    del t.shared
except AttributeError as e:
    print(e)
del Thing.shared
print(hasattr(Thing, "shared"))


def local():
    y = 1
    del y
    try:
        return y
    except UnboundLocalError as e:
        return str(e)


def cell():
    y = 1

    def inner():
        return y

    del y
    try:
        return inner()
    except NameError as e:
        return str(e)


print(local())
print(cell())
for target in ((1, 2), "abc", 5, range(3)):
    try:
        del target[0]
    except TypeError as e:
        print(e)
