"""Release, then acquire again at once: those who wait are not overtaken."""
import asyncio


async def greedy(lock):
    for i in range(3):
        await lock.acquire()
        print("greedy has it", i)
        lock.release()
        print("greedy released", i)


async def polite(name, lock):
    async with lock:
        print(name, "has it")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    tasks = [asyncio.create_task(polite("p", lock)), asyncio.create_task(greedy(lock)),
             asyncio.create_task(polite("q", lock))]
    await asyncio.sleep(0)
    lock.release()
    print("main wants it back")
    await lock.acquire()
    print("main has it")
    lock.release()
    await asyncio.gather(*tasks)


asyncio.run(main())
