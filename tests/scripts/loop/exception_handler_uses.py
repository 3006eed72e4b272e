# What reaches the exception handler of callbacks that raise.
import asyncio


def handler(loop, context):
    found = {key: value if key == "message" else type(value).__name__ for key, value in context.items()}
    print("handler", found, repr(context.get("exception")))


def callback(*args):
    raise ValueError("in a callback", *args)


async def failing():
    raise KeyError("in a task")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(callback)
    loop.call_later(0, callback, 1)
    future = loop.create_future()
    future.add_done_callback(callback)
    future.set_result(None)
    await asyncio.sleep(0.01)
    try:
        await asyncio.gather(failing(), failing(), return_exceptions=False)
    except KeyError as error:
        print("gather", error)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
