# What the loop's exception handler is told about callbacks that fail
import asyncio


def handler(loop, context):
    print(context["message"])
    for key, value in sorted(context.items()):
        print("   ", key, type(value).__name__)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)

    def fails():
        raise ValueError("in callback")

    loop.call_soon(fails)
    loop.call_soon(fails, 1)
    loop.call_soon(5)
    await asyncio.sleep(0)
    f = loop.create_future()
    f.add_done_callback(lambda f: 1 / 0)
    f.add_done_callback(lambda f: print("the next one runs"))
    f.set_result(1)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "anything": 1})
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
