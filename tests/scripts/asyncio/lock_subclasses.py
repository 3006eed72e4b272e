"""`async with` goes through the acquire() and release() of a subclass."""
import asyncio


class LoudLock(asyncio.Lock):
    async def acquire(self):
        print("acquire", self.locked())
        got = await super().acquire()
        print("acquired", got)
        return got

    def release(self):
        print("release")
        super().release()


class CountingSemaphore(asyncio.Semaphore):
    entered = 0

    async def acquire(self):
        self.entered += 1
        return await super().acquire()


class ChildLock(LoudLock):
    pass


class NamedEvent(asyncio.Event):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def set(self):
        print("set", self.name)
        super().set()


async def user(name, lock):
    async with lock as nothing:
        print(name, "in", nothing)
        await asyncio.sleep(0)


async def main():
    lock = ChildLock()
    await asyncio.gather(user("a", lock), user("b", lock))
    semaphore = CountingSemaphore(2)
    await asyncio.gather(*(user(n, semaphore) for n in range(4)))
    print(semaphore.entered, semaphore.locked())
    event = NamedEvent("event")
    waiting = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    event.set()
    print(await waiting, event.name)
    waiting = asyncio.create_task(user("c", lock))
    await lock.acquire()
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    lock.release()
    print(waiting.cancelled(), lock.locked())


asyncio.run(main())
