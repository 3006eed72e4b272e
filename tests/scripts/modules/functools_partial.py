# partial, partialmethod, reduce, cmp_to_key.
import functools
import operator

binary = functools.partial(int, base=2)
print(binary("101"), binary, binary.func, binary.args, binary.keywords)
nested = functools.partial(functools.partial(max, 1), 2, key=abs)
print(nested(-5), nested.func, nested.args, nested.keywords, nested(-5, key=lambda v: v))


class Cell:
    def __init__(self):
        self.state = None

    def set(self, value, loud=False):
        self.state = value
        return f"{value}{'!' if loud else ''}"

    on = functools.partialmethod(set, True)
    off = functools.partialmethod(set, False, loud=True)


c = Cell()
print(c.on(), c.state, c.off(), c.state)
print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(operator.mul, [1, 2, 3], 10), functools.reduce(max, "hello"))
print(sorted(["bb", "a", "ccc"], key=functools.cmp_to_key(lambda a, b: len(b) - len(a))))
for bad in lambda: functools.reduce(operator.add, []), lambda: functools.partial(), lambda: functools.partial(3):
    try:
        bad()
    except TypeError as e:
        print(e)
