# A program: accounts, transactions, errors and a report.
class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance:.2f}, needs {amount:.2f}")
        self.missing = amount - account.balance


class Account:
    interest = 0.0
    _count = 0

    def __init__(self, owner, balance=0):
        type(self)._count += 1
        Account._next = getattr(Account, "_next", 100) + 1
        self.number = Account._next
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount!r}")
        self._balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if amount > self.available:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))

    @property
    def available(self):
        return self._balance

    def month_end(self):
        gain = round(self._balance * self.interest, 2)
        if gain:
            self.deposit(gain)

    def __repr__(self):
        return f"{type(self).__name__}(#{self.number} {self.owner}: {self._balance:.2f})"

    def __lt__(self, other):
        return self.balance < other.balance

    def __iadd__(self, amount):
        self.deposit(amount)
        return self


class Savings(Account):
    interest = 0.02

    def withdraw(self, amount):
        super().withdraw(amount + 1)


class Checking(Account):
    def __init__(self, owner, balance=0, *, overdraft=50):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    @property
    def available(self):
        return super().available + self.overdraft


def transfer(src, dst, amount):
    try:
        src.withdraw(amount)
    except InsufficientFunds as e:
        print(f"  transfer failed: {e} (missing {e.missing:.2f})")
        return False
    else:
        dst.deposit(amount)
        return True
    finally:
        print(f"  {src.owner} -> {dst.owner}: {amount}")


ann, bob, cyd = Savings("Ann", 100), Checking("Bob", 20), Account("Cyd")
for args in ((ann, bob, 30), (bob, cyd, 90), (bob, cyd, 500), (cyd, ann, 1000), (ann, cyd, 69)):
    print(transfer(*args))
ann += 10.5
for bad in (-5, 0):
    try:
        cyd.deposit(bad)
    except ValueError as e:
        print(e)
for a in (ann, bob, cyd):
    a.month_end()
try:
    ann.balance = 5
except AttributeError as e:
    print("AttributeError")
print(sorted([ann, bob, cyd]), max(ann, bob, cyd).owner, Savings._count, Checking._count, Account._count)
print(f"{'owner':<8}{'balance':>10} {'moves':^7}")
for a in sorted([ann, bob, cyd], key=lambda a: a.owner, reverse=True):
    print(f"{a.owner:<8}{a.balance:>10,.2f} {len(a.history):^7}", a.history)
