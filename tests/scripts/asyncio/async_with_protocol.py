"""async with: enter and exit are awaited, exceptions can be swallowed, several items nest."""
import asyncio


class Resource:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        print("enter", self.name)
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("exit", self.name, kind.__name__ if kind else None, error)
        return self.swallow


class Plain:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


async def returns():
    async with Resource("r") as r:
        return r.name


async def main():
    async with Resource("a") as a:
        print("inside", a.name)
    async with Resource("b") as b, Resource("c") as c:
        print("inside", b.name, c.name)
    async with Resource("d", swallow=True):
        raise ValueError("swallowed")
    try:
        async with Resource("e"), Resource("f"):
            raise KeyError("seen by both")
    except KeyError as error:
        print("caught", error)
    print(await returns())
    for i in range(3):
        async with Resource("loop %d" % i):
            if i == 0:
                continue
            break
    async with (Resource("g") as g, Resource("h") as h):
        print(g.name + h.name)
    try:
        async with Plain():
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
    try:
        with Resource("z"):
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


asyncio.run(main())
