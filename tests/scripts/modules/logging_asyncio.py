# What the event loop reports goes to the logger 'asyncio'.
import asyncio
import logging
import sys


class Show(logging.Handler):
    def emit(self, record):
        first = record.getMessage().splitlines()[0]
        error = record.exc_info and repr(record.exc_info[1])
        print(record.levelname, record.name, first, error)


logging.getLogger("asyncio").addHandler(Show())
logging.getLogger("asyncio").propagate = False


async def fail():
    raise ValueError("from a task")


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(fail())
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "reported by hand", "number": 3})
    loop.call_exception_handler({"exception": KeyError("k")})
    del task


print(logging.getLogger("asyncio"))
asyncio.run(main())
