"""Objects with attributes, methods, a property and a subclass."""
from time import perf_counter


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.cents = 0
        self.moves = 0

    def deposit(self, cents):
        self.cents += cents
        self.moves += 1
        return self

    @property
    def balance(self):
        return self.cents / 100


class Savings(Account):
    def __init__(self, owner, rate):
        super().__init__(owner)
        self.rate = rate

    def interest(self):
        return self.deposit(self.cents * self.rate // 1000)


def run(n):
    accounts = [Savings("a%d" % i, i % 5) if i % 2 else Account("b%d" % i) for i in range(100)]
    for i in range(n):
        account = accounts[i % 100]
        account.deposit(i % 1000)
        if isinstance(account, Savings) and i % 3 == 0:
            account.interest()
        if account.cents > 10 ** 12:
            account.cents = 0
    return sum(account.balance > 0 for account in accounts), sum(account.moves for account in accounts)


start = perf_counter()
result = run(500000)
elapsed = perf_counter() - start
print("result", result)
print("seconds", elapsed)
