# bide: --virtual-time
"""A lock is released by an exception, and a cancelled waiter leaves the line."""
import asyncio


async def hold(name, lock, seconds):
    try:
        async with lock:
            print(name, "has it at", asyncio.get_running_loop().time())
            await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "cancelled at", asyncio.get_running_loop().time())
        raise


async def main():
    lock = asyncio.Lock()
    a, b, c = [asyncio.create_task(hold(name, lock, 3)) for name in "abc"]
    await asyncio.sleep(1)
    b.cancel()
    await asyncio.sleep(1)
    a.cancel()
    await asyncio.gather(a, b, c, return_exceptions=True)
    print(lock.locked())
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError as error:
        print(error, lock.locked())
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 2)
    except TimeoutError:
        print("timeout at", asyncio.get_running_loop().time(), lock.locked())
    lock.release()
    print(lock.locked())


asyncio.run(main())
