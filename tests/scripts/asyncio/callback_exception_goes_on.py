"""An exception in a callback is reported (on standard error) and the loop goes on."""
import asyncio


def bad():
    raise ValueError("in a callback")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad)
    loop.call_soon(print, "after the bad one")
    await asyncio.sleep(0)
    print("main goes on")
    future = loop.create_future()
    future.add_done_callback(lambda f: 1 / 0)
    future.add_done_callback(lambda f: print("second callback"))
    future.set_result(None)
    await future
    print("done")


asyncio.run(main())
