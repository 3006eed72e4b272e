# Context: run, copy, and what of a mapping it is
import contextvars
from contextvars import Context, ContextVar, copy_context

v = ContextVar("v", default=1)
w = ContextVar("w")


def attempt(f, *args, **kwargs):
    try:
        print("ok", f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, str(e).split(" at 0x")[0])


c = Context()
print(len(c), list(c), v in c, bool(c))
attempt(lambda: c["x"])
attempt(lambda: c[v])
attempt(lambda: "x" in c)
attempt(c.get, "x")
attempt(c.get, v)
attempt(c.get, v, 7)
attempt(c.get)
attempt(Context, 1)
attempt(c.run)
attempt(c.run, 5)
attempt(hash, c)
attempt(lambda: c.__setitem__)


def inside(*args, **kwargs):
    token = v.set(10)
    w.set("w")
    print(args, kwargs, v.get(), w.get())
    print(sorted(x.name for x in c), set(c.values()) == {10, "w"}, {x.name: y for x, y in c.items()} == {"v": 10, "w": "w"}, len(c))
    attempt(c.run, print, 1)
    attempt(copy_context().run, nested)
    print(v.get())
    return token


def nested():
    v.set("nested")
    attempt(c.run, print, 1)
    return v.get()


token = c.run(inside, 1, 2, z=3)
attempt(v.reset, token)
print(c.run(v.reset, token), v in c, w in c)
print(v.get(), w.get("unset outside"), c[w])
d = c.copy()
print(d is c, d == c, d != c, c == Context(), c == 5)
d.run(v.set, 11)
print(d == c, v in c, d[v])
c.run(v.set, 11)
print(d == c)


def fails():
    v.set("before failing")
    raise KeyError("out")


attempt(c.run, fails)
print(c[v])
attempt(c.run, lambda: 1 / 0)
print(c.run(lambda: [copy_context() == c, copy_context() is c]))


def generate():
    v.set("first")
    yield v.get()
    yield v.get()


g = c.run(generate)
print(next(g), v.get(), c[v])
print(c.run(next, g))
v.set(1)
