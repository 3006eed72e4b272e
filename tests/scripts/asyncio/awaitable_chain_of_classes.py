# bide: --virtual-time
"""Awaitables and context managers written as classes, one on top of the other."""
import asyncio


class Delayed:
    """Awaits something else through its __await__."""

    def __init__(self, seconds, value):
        self.seconds, self.value = seconds, value

    def __await__(self):
        yield from asyncio.sleep(self.seconds).__await__()
        return self.value


class Retry:
    def __init__(self, make, times):
        self.make, self.times = make, times

    def __await__(self):
        for attempt in range(self.times):
            try:
                return (yield from self.make(attempt).__await__())
            except ConnectionError as error:
                print("attempt", attempt, "failed:", error)
                yield from Delayed(attempt + 1, None).__await__()
        raise TimeoutError("gave up")


class Connection:
    async def __aenter__(self):
        print("open", await Delayed(1, "connection"))
        return self

    async def __aexit__(self, kind, error, traceback):
        await Delayed(1, None)
        print("close", kind and kind.__name__)
        return kind is ConnectionError

    def __aiter__(self):
        self.left = 2
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        return await Delayed(0.5, self.left)


async def connect(attempt):
    await asyncio.sleep(0)
    if attempt < 2:
        raise ConnectionError("refused")
    return "connected"


async def main():
    loop = asyncio.get_running_loop()
    print(await Delayed(1, "value"), loop.time())
    print(await Retry(connect, 5), loop.time())
    try:
        await Retry(connect, 2)
    except TimeoutError as error:
        print(error, loop.time())
    async with Connection() as connection:
        async for item in connection:
            print(item, loop.time())
    async with Connection():
        raise ConnectionError
    print(await asyncio.gather(Delayed(2, "a"), Retry(connect, 3)), loop.time())
    print(await asyncio.wait_for(Delayed(1, "in time"), 2))
    task = asyncio.ensure_future(Delayed(5, "never"))
    await asyncio.sleep(1)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))


asyncio.run(main())
