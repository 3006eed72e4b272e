# Debug mode: tasks and futures know where they were made, and slow steps are reported.
# bide: --virtual-time
# bide-only: CPython names its library's lines, which make the task; Bide the script's
# record: stderr
import asyncio
import time


async def slow():
    time.sleep(0.3)
    return "slow"


async def failing():
    raise ValueError("nobody asks")


async def main():
    loop = asyncio.get_running_loop()
    print(loop.create_future())
    task = asyncio.create_task(slow(), name="slow task")
    print(task)
    await task
    print(task)
    print(asyncio.current_task())
    task = asyncio.create_task(failing())
    await asyncio.wait([task])
    print(task)
    future = loop.create_future()
    future.set_exception(OSError("nobody asks, either"))
    loop.set_exception_handler(lambda loop, context: print(sorted(context), "\n" + context["source_traceback"], end=""))
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)


asyncio.run(main(), debug=True)
