# async with: the order of the steps, several managers, exceptions, wrong objects.
import asyncio


class Manager:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("entering", self.name)
        await asyncio.sleep(0)
        return self.name

    async def __aexit__(self, kind, *details):
        await asyncio.sleep(0)
        print("left", self.name, kind and kind.__name__)
        return kind is KeyError


class Plain:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        pass


async def main():
    async with Manager("a") as a, Manager("b"):
        print(a)
    async with (Manager("c") as c, Manager("d") as d):
        print(c, d)
    async with Manager("e"):
        raise KeyError
    try:
        async with Manager("f"), Manager("g"):
            1 / 0
    except ZeroDivisionError as e:
        print(e)
    for wrong in (Plain(), 5):
        try:
            async with wrong:
                pass
        except (TypeError, AttributeError) as e:
            print(type(e).__name__, e)
    try:
        with Manager("h"):
            pass
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
    for i in range(2):
        async with Manager(str(i)):
            if i == 0:
                continue
            return "returned"


print(asyncio.run(main()))
