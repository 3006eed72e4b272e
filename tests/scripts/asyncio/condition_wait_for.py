# bide: --virtual-time
"""Condition.wait_for(): waits until the predicate holds, and returns what it said."""
import asyncio


class Account:
    def __init__(self):
        self.balance = 0
        self.changed = asyncio.Condition()
        self.asked = 0

    def enough(self, amount):
        self.asked += 1
        return self.balance >= amount and "enough: %d" % self.balance

    async def pay(self, name, amount):
        async with self.changed:
            print(name, await self.changed.wait_for(lambda: self.enough(amount)))
            self.balance -= amount
            print(name, "paid", amount, asyncio.get_running_loop().time())

    async def deposit(self, amount):
        async with self.changed:
            self.balance += amount
            self.changed.notify_all()


async def main():
    account = Account()
    payments = [asyncio.create_task(account.pay(name, amount)) for name, amount in (("a", 30), ("b", 10), ("c", 20))]
    for amount in (5, 10, 25, 50):
        await asyncio.sleep(1)
        await account.deposit(amount)
    await asyncio.wait(payments)
    print(account.balance, "asked", account.asked)
    async with account.changed:
        print(await account.changed.wait_for(lambda: "at once"))
        try:
            await account.changed.wait_for(lambda: 1 // 0)
        except ZeroDivisionError as error:
            print(error, account.changed.locked())
    try:
        await account.changed.wait_for(lambda: False)
    except RuntimeError as error:
        print(error)
    try:
        async with asyncio.timeout(1):
            async with account.changed:
                await account.changed.wait_for(lambda: False)
    except TimeoutError:
        print("timed out", account.changed.locked())


asyncio.run(main())
