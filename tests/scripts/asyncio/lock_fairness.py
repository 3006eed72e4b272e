"""A lock goes to those who wait in the order in which they came."""
import asyncio


async def visitor(name, lock, log):
    for i in range(2):
        async with lock:
            print(name, "in", i, lock.locked())
            await asyncio.sleep(0)
            print(name, "out", i)
        log.append(name)


async def main():
    lock = asyncio.Lock()
    log = []
    print(lock.locked(), await lock.acquire(), lock.locked())
    tasks = [asyncio.create_task(visitor(name, lock, log)) for name in "abc"]
    await asyncio.sleep(0)
    lock.release()
    print("released", lock.locked())
    await asyncio.gather(*tasks)
    print("".join(log), lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError", error)


asyncio.run(main())
