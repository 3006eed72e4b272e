# gi_running, gi_frame, gi_yieldfrom, gi_code, names and types.
# python: 3.11
def gen(a, b=2):
    """doc"""
    local = 1
    yield local
    yield from range(2)
    yield from sub()


def sub():
    yield "sub"


g = gen(1)
print(g.__name__, g.__qualname__, type(g), g.gi_running, g.gi_yieldfrom, g.gi_frame is None, g.gi_code.co_name)
print(next(g), g.gi_yieldfrom, g.gi_frame is not None)
print(next(g), type(g.gi_yieldfrom).__name__)
next(g)
print(next(g), g.gi_yieldfrom.__name__)
print(list(g), g.gi_frame, g.gi_yieldfrom, g.gi_running)
print(iter(g) is g, g.__iter__() is g, hasattr(g, "send"), hasattr(g, "throw"), hasattr(g, "close"), hasattr(g, "__next__"), callable(g))
print(repr(gen(1)).split(" at ")[0], type((i for i in ())).__name__, (i for i in ()).__name__)


class K:
    def method(self):
        yield self

    def expr(self):
        return (i for i in range(2))


k = K()
print(k.method().__qualname__, k.expr().__qualname__, next(k.method()) is k, repr(k.method()).split(" at ")[0])
g = gen(1)
g.__name__ = "renamed"
print(g.__name__, repr(g).split(" ")[2])
try:
    g.attribute = 1
except AttributeError as e:
    print(e)
for bad in (lambda: len(g), lambda: g[0], lambda: g(), lambda: g + g, lambda: reversed(g), lambda: g.send(), lambda: g.nope, lambda: next(gen), lambda: gen(1, 2, 3)):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(e)
print(bool(gen(1)), g == g, gen(1) == gen(1), g in [g], isinstance(g, type(gen(1))), hash(g) == hash(g))


async def coro():
    pass


async def agen():
    yield 1


c = coro()
a = agen()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_await, c.cr_frame is None, type(a).__name__, a.ag_running, a.ag_await)
c.close()
print(c.cr_frame, coro.__name__, type(coro).__name__, hasattr(c, "__next__"), hasattr(c, "__await__"), hasattr(a, "__aiter__"), hasattr(a, "__anext__"))
