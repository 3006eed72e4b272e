# Debug mode: handles know where they were made, and what cannot be called is refused at once.
# record: stderr
import asyncio


def attempt(what, *arguments):
    try:
        print(what(*arguments))
    except Exception as error:
        print(type(error).__name__ + ":", error)


async def coroutine():
    pass


def callback(*arguments):
    print("called", *arguments)


def failing():
    raise KeyError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop)
    handle = loop.call_soon(callback, 1)
    print(handle)
    await asyncio.sleep(0)
    print(handle)
    handle = loop.call_soon(callback, 2)
    handle.cancel()
    print(handle)
    attempt(loop.call_soon, 5)
    attempt(loop.call_soon, coroutine)
    attempt(loop.call_later, 1, coroutine)
    attempt(loop.call_at, 1, None)
    attempt(loop.call_soon_threadsafe, coroutine)
    attempt(loop.call_soon_threadsafe, "x")
    loop.call_soon(failing)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.set_debug(False)
    print(loop.call_soon(callback, 3))
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)
