# Long ints that native code holds while scripts run and allocate.
import functools
import itertools
import math


def busy(numbers):
    for n in numbers:
        [object() for _ in range(50)]
        yield n


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        [str(i) for i in range(50)]
        return self.n + 0


big = 2**62 - 1
print(sum(busy([big, big, 1, big])), sum(busy([1, big, 1]), 10**30))
print(math.prod(busy([big, 3, big])), math.gcd(Index(10**40), Index(6**40)), math.lcm(Index(10**20), Index(3**40)))
print(math.comb(Index(10**20), Index(2)), math.perm(Index(10**20), Index(2)))
print(range(Index(10**30), Index(10**31), Index(10**30))[Index(3)])
print(list(range(10**30)[Index(10**29):Index(10**29 + 2)]), slice(Index(2**70), Index(2**71)).indices(Index(2**72)))
print([n for n, _ in enumerate(busy("abc"), Index(10**30))], list(itertools.islice(itertools.count(big), 3)))
print(list(itertools.accumulate(busy([big] * 4))), functools.reduce(lambda a, b: a * b, busy([big] * 3)))
print([n for n in busy(range(10**30, 10**30 + 3))], max(busy([10**30, 10**31, 5])), sorted(busy([10**30, -10**30, 0])))
print(10.5 in range(10**3), Index(7) in range(3), pow(Index(3).n, 10**30, 10**20))
