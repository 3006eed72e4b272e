# `yield from` and `for` over instances whose __iter__ is a generator function, replaced, inherited or hidden.


class Base:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            yield item
        return "end of %r" % (self.items,)


class Child(Base):
    pass


class Hidden(Base):
    __iter__ = None


class Static(Base):
    @staticmethod
    def __iter__():
        return iter("static")


class Twice(Base):
    def __iter__(self, times=2):
        for _ in range(times):
            yield from super().__iter__()


def walk(thing):
    print((yield from thing))


def show(thing):
    try:
        print(list(walk(thing)), [*thing])
    except TypeError as error:
        print(type(error).__name__, error)


child = Child([1, 2])
for thing in (Base([0]), child, Hidden([3]), Static([4]), Twice([5])):
    show(thing)

Base.__iter__ = lambda self: iter(("lambda",))
show(child)
Child.__iter__ = lambda self: (yield "own")
show(child)
del Child.__iter__
show(child)
del Base.__iter__
show(child)
Base.__iter__ = None
show(child)
Base.__getitem__ = lambda self, index: self.items[index]
del Base.__iter__
show(child)


def other(self):
    yield "other"


Base.__iter__ = other
child.__iter__ = lambda: iter("not looked at")
show(child)
send = walk(child).send
print(send(None))
try:
    send("unused")
except StopIteration as stop:
    print("stopped", stop.value)
step = iter(child).__next__
print(step())
try:
    step()
except StopIteration as stop:
    print("stopped", stop.value)
try:
    step()
except StopIteration as stop:
    print("stopped", stop.value)
