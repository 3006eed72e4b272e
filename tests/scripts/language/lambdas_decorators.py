# Lambdas and decorators: order of evaluation and application, with arguments, on classes and methods.
print((lambda: 5)(), (lambda x, y=2: x * y)(3), (lambda *a: a)(1, 2), (lambda: (yield))().__class__.__name__)
print(sorted([3, -1, 2], key=lambda v: -v), (lambda f: f(f))(lambda g: "self"), (lambda: None).__name__)


def deco(name):
    print("make", name)

    def apply(f):
        print("apply", name, "to", f.__name__)

        def wrapper(*args, **kwargs):
            print("enter", name)
            try:
                return f(*args, **kwargs)
            finally:
                print("leave", name)

        wrapper.__name__ = f.__name__
        return wrapper

    return apply


@deco("outer")
@deco("inner")
def add(a, b=1):
    return a + b


print(add(1), add(1, b=5), add.__name__)


def register(cls):
    cls.registered = True
    return cls


@register
class K:
    @staticmethod
    def s(x):
        return "static", x

    @classmethod
    def c(cls, x):
        return cls.__name__, x

    @property
    def p(self):
        return "prop"

    @deco("method")
    def m(self, x):
        return x * 2


print(K.registered, K.s(1), K.c(2), K().c(3), K().p, K().m(4))


@lambda f: [f(), f()]
def twice():
    return "called"


print(twice)


class Memo:
    def __init__(self, f):
        self.f = f
        self.seen = {}

    def __call__(self, n):
        if n not in self.seen:
            self.seen[n] = self.f(n)
        return self.seen[n]


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.seen))
table = {"d": deco("table")}


@table["d"]
def from_table():
    return "ok"


print(from_table())
