# async def driven by hand: send, throw, close, await of coroutines and of awaitable objects.
class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


async def leaf(x):
    print("leaf begins", x)
    got = await Suspend(("want", x))
    print("leaf got", got)
    return got * 2


async def middle():
    a = await leaf(1)
    b = await leaf(2)
    return a + b


async def outer():
    try:
        return await middle()
    except ValueError as e:
        print("outer caught", e)
        return "recovered"
    finally:
        print("outer finally")


c = outer()
print(c.send(None))
print(c.cr_await is not None, c.cr_running)
print(c.send(10))
try:
    c.send(20)
except StopIteration as e:
    print("result", e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = outer()
c.send(None)
try:
    c.throw(ValueError("thrown"))
except StopIteration as e:
    print("result", e.value)
c = outer()
c.send(None)
c.close()
c.close()
c = outer()
try:
    c.send("not None")
except TypeError as e:
    print(e)
c.close()


def run(coro, *values):
    out = []
    value = None
    values = iter(values)
    while True:
        try:
            out.append(coro.send(value))
        except StopIteration as e:
            return out, e.value
        value = next(values, None)


async def combine():
    xs = [await Suspend(i) for i in range(3)]
    d = {await Suspend("k"): await Suspend("v")}
    return xs, d, (await Suspend("a")) or (await Suspend("b")), f"{await Suspend('f')}"


print(run(combine(), 1, 2, 3, "key", "value", 0, "or", "fmt"))


async def bad(x):
    await x


for x in (5, None, [1], "s", (i for i in ()), leaf):
    try:
        run(bad(x))
    except TypeError as e:
        print(e)


class BadAwait:
    def __await__(self):
        return 5


class IterAwait:
    def __await__(self):
        return iter(["a", "b"])


try:
    run(bad(BadAwait()))
except TypeError as e:
    print(e)
print(run(bad(IterAwait())))
shared = leaf(5)


async def twice():
    await shared
    await shared


t = twice()
t.send(None)
try:
    t.send(1)
except RuntimeError as e:
    print(e)


async def stop():
    raise StopIteration("in a coroutine")


try:
    run(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
try:
    for _ in leaf(1).__await__():
        print("iterating __await__", _)
        break
except TypeError as e:
    print(e)
c = middle()
for f in (lambda: next(c), lambda: iter(c), lambda: list(c), lambda: c()):
    try:
        f()
    except TypeError as e:
        print(e)
c.close()
