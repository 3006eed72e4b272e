"""Threads hand coroutines to a loop that runs in another thread, and wait for the results."""
import asyncio
import threading


async def add(a, b):
    await asyncio.sleep(0.001)
    return a + b


async def fail():
    raise KeyError("missing")


loop = asyncio.new_event_loop()
t = threading.Thread(target=loop.run_forever)
t.start()
print(asyncio.run_coroutine_threadsafe(add(1, 2), loop).result())
futures = [asyncio.run_coroutine_threadsafe(add(n, n), loop) for n in range(5)]
print([f.result(timeout=10) for f in futures])
try:
    asyncio.run_coroutine_threadsafe(fail(), loop).result()
except KeyError as error:
    print("KeyError", error)

slow = asyncio.run_coroutine_threadsafe(asyncio.sleep(60), loop)
try:
    slow.result(timeout=0.01)
except TimeoutError as error:
    print("TimeoutError", slow.cancel(), slow.cancelled())

gone = asyncio.Event()
cancelled = threading.Event()


async def wait_for_event():
    try:
        await gone.wait()
    except asyncio.CancelledError:
        cancelled.set()
        raise


future = asyncio.run_coroutine_threadsafe(wait_for_event(), loop)
asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop).result()
print(future.cancel(), future.cancelled())
print("cancelled in the loop:", cancelled.wait(10))
try:
    asyncio.run_coroutine_threadsafe(print, loop)
except TypeError as error:
    print(error)
asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01), loop).result()
loop.call_soon_threadsafe(loop.stop)
t.join()
print(loop.is_running())
loop.close()
try:
    loop.call_soon_threadsafe(print)
except RuntimeError as error:
    print(error)
