# Frames of methods, __init__, properties, operators and decorators.
# record: stderr
import functools


def logged(f):
    @functools.wraps(f)
    def wrapper(*args):
        return f(*args)

    return wrapper


class Money:
    def __init__(self, amount):
        self.amount = self.check(amount)

    @staticmethod
    def check(amount):
        if amount < 0:
            raise ValueError(f"negative: {amount}")
        return amount

    @property
    def doubled(self):
        return self + self

    @logged
    def __add__(self, other):
        return Money(self.amount - other.amount - 1)


print(Money(5).amount)
Money(5).doubled
