# What functions carry: names, defaults, docstrings, dictionaries, code.
def documented(a, b=2, *args, c, d=4, **kwargs):
    """First line.

    Second paragraph.
    """
    local = a
    return local


print(documented.__name__, documented.__qualname__, documented.__module__, repr(documented.__doc__))
print(documented.__defaults__, documented.__kwdefaults__, documented.__annotations__, documented.__dict__)
code = documented.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames, code.co_firstlineno)
documented.note = "attached"
documented.__name__ = "renamed"
print(documented.note, documented.__dict__, documented.__name__, code.co_name)
documented.__defaults__ = (20,)
documented.__kwdefaults__ = {"c": 30, "d": 40}
print(documented(1), documented.__defaults__)


def outer():
    x = 1

    def inner():
        "doc"
        return x
    return inner


print(outer().__qualname__, outer().__closure__[0].cell_contents, outer().__code__.co_freevars, outer().__doc__, outer.__closure__)
print((lambda: 0).__name__, (lambda: 0).__doc__, [f.__qualname__ for f in [lambda: 0]])


class C:
    def method(self):
        pass


print(C.method.__qualname__, C().method.__func__ is C.method, C().method.__self__.__class__.__name__, C.__dict__["method"].__name__)
for action in (lambda: setattr(documented, "__name__", 5), lambda: setattr(documented, "__defaults__", 5), lambda: documented.missing,
               lambda: delattr(documented, "missing")):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
