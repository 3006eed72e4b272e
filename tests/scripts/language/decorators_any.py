# Decorators: any expression; applied from the bottom up; evaluated from the top down.
log = []


def deco(name):
    log.append(f"make {name}")

    def apply(f):
        log.append(f"apply {name} to {getattr(f, '__name__', f)}")
        return f
    return apply


@deco("first")
@deco("second")
def function(x=log.append("default")):
    log.append("called")


function()
print(log)
decorators = [lambda f: "replaced", lambda f: f]
table = {"k": deco}


@decorators[0]
def replaced():
    pass


@decorators[1]
@(lambda f: f)
@(deco if True else None)("conditional")
@table["k"]("subscript")
@[deco][0]("list")
class Decorated:
    @staticmethod
    def static():
        return "static"

    @classmethod
    def make(cls):
        return cls.__name__

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, new):
        self._value = new * 2

    @value.deleter
    def value(self):
        del self._value


print(replaced, Decorated.static(), Decorated.make())
d = Decorated()
d.value = 4
print(d.value)
del d.value
print(hasattr(d, "value"), hasattr(d, "_value"))


@print
@(walrus := lambda f: f.__name__)
def named():
    pass


print(named, walrus.__name__)
try:
    @5
    def wrong():
        pass
except TypeError as e:
    print(e)


def counting(f):
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return f(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


@counting
def add(a, b):
    return a + b


print(add(1, 2), add(b=3, a=4), add.calls)
