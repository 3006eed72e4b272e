# del: names, attributes, items, slices, and lists of them.
class Box:
    def __delattr__(self, name):
        print("delattr", name)
        super().__delattr__(name)

    def __delitem__(self, key):
        print("delitem", key)


box = Box()
box.a = box.b = 1
x = y = z = w = 1
items = list(range(10))
mapping = {"a": 1, "b": 2}
del x
del y, z
del (w)
del box.a, box[0], box[1:2], box["k", 3], box[...]
del items[0], items[-1], items[1:3], items[::2]
del mapping["a"]
print(items, mapping, [name in globals() for name in "xyzw"])
a = b = c = d = e = f = 1
del (a, b), [c, [d]], ((e)), (f,)
print([name in globals() for name in "abcdef"])
del ()
del []
for action in ("del missing", "del items[99]", "del mapping['zz']", "del box.zz", "del (5).real", "del 'text'[0]", "del None[0]"):
    try:
        exec(action)
    except Exception as error:
        print(action, "->", type(error).__name__, error)


def local():
    value = 1
    del value
    try:
        value
    except UnboundLocalError as error:
        print(error)
    try:
        del value
    except UnboundLocalError as error:
        print(error)


local()
