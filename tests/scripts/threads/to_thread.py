"""asyncio.to_thread and run_in_executor: the loop goes on while threads block."""
import asyncio
import concurrent.futures
import contextvars
import threading
import time

user = contextvars.ContextVar("user", default="nobody")


def block(n, fail=False):
    time.sleep(0.02)
    if fail:
        raise ValueError(n)
    return n, threading.current_thread() is threading.main_thread(), user.get()


async def ticker(third):
    for n in range(3):
        print("tick", n)
        await asyncio.sleep(0)
    third.set()


async def main():
    third = threading.Event()
    task = asyncio.create_task(ticker(third))
    print(await asyncio.to_thread(third.wait))
    await task
    user.set("ann")
    print(await asyncio.to_thread(block, 1))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, block, 2))
    try:
        await asyncio.to_thread(block, 3, fail=True)
    except ValueError as error:
        print("ValueError", error)
    print(await asyncio.gather(*[asyncio.to_thread(block, n) for n in range(4)]))
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        print(await loop.run_in_executor(pool, block, 5))
        future = loop.run_in_executor(pool, block, 6)
        print(asyncio.isfuture(future), await future)
    await loop.shutdown_default_executor()
    try:
        await asyncio.to_thread(block, 7)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
print(threading.active_count())


async def names():
    def name():
        return threading.current_thread().name
    return await asyncio.to_thread(name)


print(asyncio.run(names()))
loop = asyncio.new_event_loop()
pool = concurrent.futures.ThreadPoolExecutor(2, "mine")
loop.set_default_executor(pool)
print(loop.run_until_complete(names()))
try:
    loop.set_default_executor(None)
except TypeError as error:
    print(error)
loop.close()
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
