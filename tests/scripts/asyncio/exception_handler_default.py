# record: stderr
# What the default exception handler writes
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "msg", "b": 1, "a": [2], "exception": None})
    loop.call_exception_handler({"exception": ValueError("v")})
    loop.call_exception_handler({})
    loop.default_exception_handler({"message": "direct", "task": "no task"})
    try:
        1 / 0
    except ZeroDivisionError as e:
        loop.call_exception_handler({"message": "with traceback", "exception": e})


asyncio.run(main())
