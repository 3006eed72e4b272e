# bide: --virtual-time
"""Tasks that wait for one another: a Lock lets one in at a time, an Event lets all of them go at once.

Look at the balance: without the lock two tasks read it before either has written it, and a payment is lost.
"""
import asyncio


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = asyncio.Lock()

    async def pay(self, amount):
        seen = self.balance
        await asyncio.sleep(0.1)
        self.balance = seen - amount

    async def pay_safely(self, amount):
        async with self.lock:
            await self.pay(amount)


async def racer(name, signal):
    print(name, "is waiting")
    await signal.wait()
    print(name, "runs")


async def main():
    account = Account()
    await asyncio.gather(account.pay(10), account.pay(20), account.pay(30))
    print("without the lock:", account.balance)
    account = Account()
    await asyncio.gather(account.pay_safely(10), account.pay_safely(20), account.pay_safely(30))
    print("with the lock:", account.balance)

    signal = asyncio.Event()
    racers = [asyncio.create_task(racer(name, signal)) for name in ("Ann", "Bob", "Cid")]
    await asyncio.sleep(1)
    print("ready, steady...")
    signal.set()
    print("go!")
    await asyncio.gather(*racers)


asyncio.run(main())
