# Generators as methods, closures, class iterators; independent instances; state machines.
class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def depth_first(self, depth=0):
        yield depth, self.value
        for c in self.children:
            yield from c.depth_first(depth + 1)

    @property
    def leaves(self):
        if not self.children:
            yield self.value
        for c in self.children:
            yield from c.leaves

    @classmethod
    def build(cls, spec):
        for name, *kids in spec:
            yield cls(name, *cls.build(kids))

    @staticmethod
    def numbers():
        yield from range(3)


t = Tree("root", Tree("a", Tree("a1"), Tree("a2")), Tree("b"))
print(list(t), list(t.depth_first()), list(t.leaves), [list(x) for x in Tree.build([["p", ["q"], ["r"]]])], list(Tree.numbers()))
g1, g2 = iter(t), iter(t)
print(next(g1), next(g1), next(g2), next(g1), list(g2))


def machine():
    state = "idle"
    while True:
        event = yield state
        if state == "idle" and event == "start":
            state = "running"
        elif state == "running" and event in ("stop", "fail"):
            state = "idle" if event == "stop" else "broken"
        elif event == "reset":
            state = "idle"


m = machine()
print([m.send(e) for e in (None, "stop", "start", "start", "fail", "start", "reset", "start", "stop")])


def counter(start=0):
    n = start
    while True:
        got = yield n
        n = got if got is not None else n + 1


c = counter(5)
print(next(c), next(c), c.send(50), next(c))


def shared():
    n = 0

    def tick():
        nonlocal n
        while True:
            n += 1
            yield n

    return tick(), tick(), lambda: n


x, y, get = shared()
print(next(x), next(y), next(x), get())


def args(*a, k=1, **kw):
    yield a
    yield k
    yield kw


print(list(args(1, 2, k=3, z=4)), [next(args()), next(args(7))])
try:
    args(k=1, **{"k": 2})
except TypeError as e:
    print(e)


def uses_locals():
    a = 1
    yield dict(locals())
    b = a + 1
    yield dict(locals())
    del a
    yield dict(locals())
    try:
        yield a
    except UnboundLocalError as e:
        yield str(e)


print(list(uses_locals()))


def conditional(flag):
    if flag:
        yield "one"
        return
    return "no yields on this path"


print(list(conditional(True)), list(conditional(False)))
lam = lambda n: (yield from range(n))
print(list(lam(3)))
