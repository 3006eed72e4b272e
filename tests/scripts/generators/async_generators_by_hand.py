# Async generators driven by hand: asend, athrow, aclose, __anext__, async for and comprehensions.
class Suspend:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def drive(aw, *values):
    """Step an awaitable to its end; return what it yielded and how it ended."""
    out, it, values, value = [], aw.__await__(), iter(values), None
    while True:
        try:
            out.append(it.send(value) if value is not None else next(it))
        except StopIteration as e:
            return out, "result", e.value
        except BaseException as e:
            return out, "raised", repr(e)
        value = next(values, None)


async def agen(n):
    try:
        for i in range(n):
            await Suspend(f"wait {i}")
            got = yield i
            if got:
                print("agen got", got)
    except ValueError as e:
        print("agen caught", e)
        yield "recovered"
    finally:
        await Suspend("cleanup")
        print("agen finally")


g = agen(3)
print(drive(g.__anext__()))
print(drive(g.asend("hello")))
print(drive(g.athrow(ValueError("v"))))
print(drive(g.__anext__()))
print(drive(g.__anext__()))
g = agen(3)
print(drive(g.asend(None)))
print(drive(g.aclose()))
print(drive(g.aclose()))
print(drive(g.__anext__()))
g = agen(3)
print(drive(g.asend("too early")))
print(drive(agen(1).aclose()))
print(drive(agen(1).athrow(KeyError("fresh"))))
g = agen(2)
first = g.__anext__()
second = g.__anext__()
print(first.__await__().send(None))
print(drive(second))
print(drive(first))
print(drive(first))
print(drive(g.aclose()))


async def consume():
    out = []
    async for x in agen(2):
        out.append(x)
    else:
        out.append("else")
    out += [x async for x in agen(2) if x]
    out.append({x: await Suspend(x) async for x in agen(1)})
    return out


print(drive(consume(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.n:
            raise StopAsyncIteration
        self.n -= 1
        return await Suspend(self.n) or self.n


async def over(it):
    return [x async for x in it]


for it in (Count(2), [1], 5, None):
    print(drive(over(it)))


class Manager:
    async def __aenter__(self):
        return await Suspend("entering")

    async def __aexit__(self, kind, value, tb):
        await Suspend("leaving")
        print("aexit", kind and kind.__name__)
        return True


async def use(fail):
    async with Manager() as m, Manager():
        if fail:
            raise KeyError(m)
    return m


print(drive(use(False), "M"))
print(drive(use(True), "M"))


async def refuses():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = refuses()
drive(g.__anext__())
print(drive(g.aclose()))


async def stops():
    yield 1
    raise StopAsyncIteration("by hand")


g = stops()
drive(g.__anext__())
print(drive(g.__anext__()))
