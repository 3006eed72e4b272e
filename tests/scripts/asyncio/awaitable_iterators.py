# __await__ may return any iterator
import asyncio


class Yields:
    def __init__(self, *items):
        self.items = items

    def __await__(self):
        got = []
        for item in self.items:
            got.append((yield item))
        return got


class ListIterator:
    def __await__(self):
        return iter([None, None])


class Countdown:
    n = 0

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("ended")
        return None


class Driven(Countdown):
    def send(self, value):
        print("send", value)
        return next(self)

    def throw(self, exception):
        print("throw", repr(exception))
        return None

    def close(self):
        print("close")


class OfFuture:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return self.future.__await__()


class OfCoroutine:
    def __await__(self):
        return other().__await__()


async def other():
    await asyncio.sleep(0)
    return "other"


async def awaits(x):
    try:
        return await x
    except BaseException as e:
        return type(e).__name__, str(e)


class Manager:
    def __aenter__(self):
        return Countdown()

    def __aexit__(self, *args):
        return ListIterator()


class Iterator:
    n = 0

    def __aiter__(self):
        return self

    def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return Yields(None)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result("f")
    makers = (lambda: Yields(None, None), ListIterator, Countdown, Driven, lambda: OfFuture(future), OfCoroutine,
              lambda: Yields(5), lambda: Yields("x", None), lambda: Yields(future), lambda: Yields(other))
    for make in makers:
        print(type(make()).__name__, str(await asyncio.create_task(awaits(make()))).split(" at 0x")[0])
    for make in ListIterator, Countdown, OfCoroutine, lambda: OfFuture(future):
        print(await asyncio.ensure_future(make()), await asyncio.gather(make(), other()))
        print(await asyncio.wait_for(make(), 1), await asyncio.shield(make()))
    task = asyncio.create_task(awaits(Driven()))
    await asyncio.sleep(0)
    task.cancel()
    print(await task)
    async with Manager() as entered:
        print(entered)
    async for item in Iterator():
        print(item)
    print([item async for item in Iterator()])


asyncio.run(main())
by_hand = awaits(Driven())
print(by_hand.send(None))
print(by_hand.throw(ValueError("x")))
try:
    print(by_hand.send("v"))
    print(by_hand.send("w"))
except StopIteration as e:
    print(e.value)
by_hand = awaits(Driven())
by_hand.send(None)
try:
    by_hand.close()
except RuntimeError as e:
    print(e)
