"""ensure_future makes a task of a coroutine, leaves tasks and futures alone, wraps other awaitables."""
import asyncio


class Awaitable:
    def __await__(self):
        yield
        return "awaitable"


async def coro():
    return "coro"


async def main():
    task = asyncio.ensure_future(coro())
    print(isinstance(task, asyncio.Task), asyncio.ensure_future(task) is task)
    print(await task)
    future = asyncio.get_running_loop().create_future()
    print(asyncio.ensure_future(future) is future)
    wrapped = asyncio.ensure_future(Awaitable())
    print(isinstance(wrapped, asyncio.Task), await wrapped)
    try:
        asyncio.ensure_future(42)
    except TypeError as error:
        print("TypeError", error)
    print(asyncio.iscoroutine(coro), asyncio.iscoroutinefunction(coro))
    c = coro()
    print(asyncio.iscoroutine(c), asyncio.isfuture(task), asyncio.isfuture(c))
    await c


asyncio.run(main())
