# An exception while a decorator is applied.
# record: stderr
def deco(arg):
    def apply(f):
        raise TypeError(f"cannot decorate {f.__name__} with {arg}")

    return apply


@deco("x")
def f():
    pass
