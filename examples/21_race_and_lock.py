# bide: --virtual-time
"""A race between tasks, and the lock that ends it.

Tasks take turns only where they await, so `count += 1` needs no lock. But what was read before an `await` may be old
after it: look how both sell the same seat. The cure is to keep others out between looking and acting, or to look again.
"""
import asyncio
import time

START = time.perf_counter()


def log(*words):
    print("%4.1f " % (time.perf_counter() - START), *words)


class Theatre:
    def __init__(self, seats):
        self.seats = seats
        self.sold = []
        self.lock = asyncio.Lock()

    async def pay(self):
        await asyncio.sleep(1)  # and meanwhile the others run

    async def sell(self, buyer):
        if self.sold == self.seats:
            return log(buyer, "finds the house full")
        seat = self.seats[len(self.sold)]
        await self.pay()
        self.sold.append(seat)
        log(buyer, "has seat", seat)

    async def sell_locked(self, buyer):
        async with self.lock:
            await self.sell(buyer)


async def evening(what, sell, theatre):
    log(what)
    await asyncio.gather(*(sell(buyer) for buyer in ("Ann", "Bob", "Cid")))
    log("sold:", theatre.sold)


async def main():
    theatre = Theatre(["1A", "1B"])
    await evening("Without a lock:", theatre.sell, theatre)
    theatre = Theatre(["1A", "1B"])
    await evening("With a lock:", theatre.sell_locked, theatre)

    count = 0

    async def counter():
        nonlocal count
        for _ in range(1000):
            count += 1  # nobody can come between reading and writing: there is no await
            await asyncio.sleep(0)

    await asyncio.gather(*(counter() for _ in range(10)))
    log("ten tasks counted to", count)


asyncio.run(main())
