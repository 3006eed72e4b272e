# bide: --virtual-time
"""Two Conditions over one Lock: a buffer that is neither too full nor empty."""
import asyncio


class Buffer:
    def __init__(self, size):
        lock = asyncio.Lock()
        self.items, self.size = [], size
        self.not_full, self.not_empty = asyncio.Condition(lock), asyncio.Condition(lock)

    async def put(self, item):
        async with self.not_full:
            await self.not_full.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            print("put", item, self.items)
            self.not_empty.notify()

    async def get(self):
        async with self.not_empty:
            while not self.items:
                await self.not_empty.wait()
            item = self.items.pop(0)
            self.not_full.notify()
            return item


async def produce(name, buffer):
    for n in range(3):
        await buffer.put("%s%d" % (name, n))


async def consume(name, buffer, pause):
    for _ in range(3):
        print(name, "got", await buffer.get())
        await asyncio.sleep(pause)


async def main():
    buffer = Buffer(2)
    await asyncio.gather(produce("p", buffer), produce("q", buffer), consume("x", buffer, 1), consume("y", buffer, 2))
    lock = asyncio.Lock()
    first, second = asyncio.Condition(lock), asyncio.Condition(lock=lock)
    async with first:
        print(second.locked(), lock.locked())
        second.notify()
    print(second.locked())


asyncio.run(main())
