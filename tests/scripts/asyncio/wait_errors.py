"""What asyncio.wait() refuses, and in which order it looks."""
import asyncio


async def show(what, *args, **kwargs):
    try:
        done, pending = await asyncio.wait(*args, **kwargs)
        print(what, "->", len(done), len(pending))
    except Exception as error:
        print(what, "->", type(error).__name__, error)


async def nothing():
    pass


def finished_elsewhere():
    """Futures of another loop are accepted as long as nothing must be scheduled there."""
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    loop.close()
    return future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result(1)
    await show("empty set", set())
    await show("empty list", [])
    await show("empty and a bad mode", [], return_when="SOON")
    await show("bad mode", [future], return_when="SOON")
    await show("no mode", [future], return_when=None)
    await show("future", future)
    coroutine = nothing()
    await show("coroutine", coroutine)
    coroutine.close()
    await show("number", 5)
    await show("bad timeout", [future], timeout="long")
    await show("same one twice", [future, future])
    await show("tuple", (future,), timeout=None)
    await show("of a closed loop", [finished_elsewhere(), future], return_when=asyncio.FIRST_COMPLETED)


asyncio.run(main())
