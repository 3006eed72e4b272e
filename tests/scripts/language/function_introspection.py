# What functions and their code tell of themselves, and what can be changed.
def plain(a, b=2):
    "Adds."
    return a + b


def every(a, /, b, *c, d, e=1, **k):
    x = y = 1
    return x, y


async def coroutine():
    pass


def generator():
    yield


async def asynchronous():
    yield


def outer():
    x = 1

    def inner():
        return x
    return inner


for f in (plain, every, coroutine, generator, asynchronous, outer, outer(), lambda: 0):
    c = f.__code__
    print(c.co_name, c.co_qualname, c.co_varnames, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_flags, c.co_nlocals,
          c.co_freevars, c.co_cellvars, c.co_firstlineno)
print(plain.__defaults__, every.__kwdefaults__, plain.__kwdefaults__, plain.__annotations__, plain.__dict__, plain.__module__)
print(plain.__doc__, plain.__name__, plain.__qualname__, plain.__closure__, outer().__closure__[0].cell_contents)
plain.__defaults__ = (10,)
print(plain(1))
plain.__defaults__ = None
every.__kwdefaults__ = {"d": 7}
plain.__name__, plain.__qualname__, plain.__doc__ = "renamed", "Somewhere.renamed", "New."
plain.extra = 1
print(plain.__name__, str(plain)[:29], plain.__doc__, plain.__dict__, vars(plain))
for f in (lambda: plain(1), lambda: every(1, 2), lambda: setattr(plain, "__defaults__", 5), lambda: setattr(plain, "__name__", 5),
          lambda: setattr(plain, "__kwdefaults__", 5), lambda: setattr(plain, "__closure__", None),
          lambda: setattr(plain, "__globals__", {}), lambda: plain.nope, lambda: delattr(plain, "extra"), lambda: plain.extra):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
cell = outer().__closure__[0]
cell.cell_contents = 99
print(cell.cell_contents, type(cell))
inner = outer()
inner.__closure__[0].cell_contents = "new"
print(inner(), plain.__get__(7)(8), plain.__call__(2, 3), type(plain.__get__(7)).__name__)
