# contextlib.asynccontextmanager, driven by asyncio.
import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def connect(name, fail=False):
    print("connecting", name)
    await asyncio.sleep(0)
    try:
        yield f"<{name}>"
    except KeyError as e:
        print("saw", repr(e))
        if fail:
            raise
    finally:
        await asyncio.sleep(0)
        print("closed", name)


@asynccontextmanager
async def empty():
    if False:
        yield


@asynccontextmanager
async def twice():
    yield 1
    yield 2


async def returns():
    async with connect("r") as c:
        return c


async def main():
    async with connect("a") as a, connect("b") as b:
        print(a, b)
    async with connect("s"):
        raise KeyError("swallowed")
    print("after")
    try:
        async with connect("f", fail=True):
            raise KeyError("passed on")
    except KeyError as e:
        print("outside", e)
    try:
        async with connect("other"):
            raise ValueError("other")
    except ValueError as e:
        print("outside", e)
    for cm in (empty, twice):
        try:
            async with cm() as v:
                print("body", v)
        except RuntimeError as e:
            print(e)
    print(await returns())
    results = await asyncio.gather(*(returns() for _ in range(2)))
    print(results)
    try:
        with connect("sync"):
            pass
    except TypeError as e:
        print(e)


asyncio.run(main())
