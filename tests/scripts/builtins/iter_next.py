# iter in both its forms, next with a default, and iterators of built-in types.
# python: 3.11
it = iter([1, 2])
print(next(it), next(it), next(it, "default"), next(it, None))
try:
    next(it)
except StopIteration as e:
    print("StopIteration", e.args, e.value)
values = [5, 3, 0, 7]
print(list(iter(lambda: values.pop(0), 0)), values)


class Reader:
    def __init__(self):
        self.n = 0

    def __call__(self):
        self.n += 1
        return self.n


print(list(iter(Reader(), 5)), type(iter(Reader(), 1)).__name__)


def stopping():
    raise StopIteration("early")


def failing():
    raise ValueError("failed")


print(list(iter(stopping, None)))
try:
    list(iter(failing, None))
except ValueError as e:
    print(e)
for thing in ([1], (1,), "a", {1: 2}, {1}, range(1), b"a", {}.items(), {}.values(), (i for i in ()), zip(), map(str, []), enumerate([]), filter(None, []), reversed([]), iter([]), range(10 ** 14)):
    i = iter(thing)
    print(type(thing).__name__, "->", type(i).__name__, iter(i) is i, hasattr(i, "__next__"), hasattr(thing, "__next__"))
class G:
    def __getitem__(self, i):
        if i == 3:
            raise StopIteration
        if i > 5:
            raise KeyError
        return i


print(list(G()))
for f in (lambda: iter(5), lambda: iter(None), lambda: iter(), lambda: iter(5, 6), lambda: iter([], 1), lambda: next([]), lambda: next(5), lambda: next(), lambda: next(iter([]), 1, 2), lambda: iter(1, 2, 3), lambda: next("abc")):
    try:
        print(f())
    except TypeError as e:
        print(e)
a = iter("abcdef")
print(list(zip(a, a)), [x for x in iter([3, 4])], [(x, next(b, None)) for b in [iter("pqr")] for x in b])
d = {"x": 1}
ki = iter(d)
print(next(ki), next(ki, "end"), iter(d).__length_hint__(), iter([1, 2]).__length_hint__(), iter((1,)).__next__())
lst = [1, 2, 3]
li = iter(lst)
next(li)
lst.insert(0, 0)
print(list(li), list(iter(range(3))), sum(iter([1, 2])), max(iter("az")), 2 in iter([1, 2, 3]))
