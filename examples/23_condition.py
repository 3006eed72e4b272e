# bide: --virtual-time
"""A Condition: wait until something about shared data is true.

An Event says "it has happened"; a Condition says "something has changed, look again". `wait_for` gives the lock away
while it waits, has it again when it looks, and keeps it when what it looked for is so. Look at Bob at 2.0: he is
woken, there is not enough for him, and he goes on waiting while Cid, who wants less, is served.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


class Bakery:
    def __init__(self):
        self.loaves = 0
        self.changed = asyncio.Condition()

    async def bake(self, loaves):
        async with self.changed:
            self.loaves += loaves
            log("baker:", loaves, "more, that makes", self.loaves)
            self.changed.notify_all()

    async def buy(self, name, wanted):
        async with self.changed:
            if self.loaves < wanted:
                log(name, "waits for", wanted)
            await self.changed.wait_for(lambda: self.loaves >= wanted)
            self.loaves -= wanted
            log(name, "takes", wanted, "and leaves", self.loaves)


async def main():
    bakery = Bakery()
    customers = [asyncio.create_task(bakery.buy(name, wanted))
                 for name, wanted in (("Ann", 1), ("Bob", 5), ("Cid", 2))]
    for loaves in (1, 3, 4):
        await asyncio.sleep(1)
        await bakery.bake(loaves)
    await asyncio.gather(*customers)


asyncio.run(main())
