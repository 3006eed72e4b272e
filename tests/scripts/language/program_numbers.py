# A program: primes, perfect numbers, roman numerals, fractions, bases, collatz, pascal, change, binary search.
def sieve(n):
    is_prime = [True] * (n + 1)
    is_prime[:2] = [False, False]
    for i in range(2, int(n ** 0.5) + 1):
        if is_prime[i]:
            is_prime[i * i::i] = [False] * len(is_prime[i * i::i])
    return [i for i, p in enumerate(is_prime) if p]


print(sieve(60), len(sieve(10000)))


def factors(n):
    out, d = [], 2
    while d * d <= n:
        while n % d == 0:
            out.append(d)
            n //= d
        d += 1 if d == 2 else 2
    return out + [n] * (n > 1)


print({n: factors(n) for n in (1, 2, 12, 97, 360, 1001, 9999991, 600851475143)})
print([n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]


def roman(n):
    out = ""
    for value, letters in ROMAN:
        count, n = divmod(n, value)
        out += letters * count
    return out


def unroman(s):
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[c] for c in s]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], all(unroman(roman(n)) == n for n in range(1, 500)))


class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        a, b = abs(n), abs(d)
        while b:
            a, b = b, a % b
        sign = -1 if d < 0 else 1
        self.n, self.d = sign * n // a, sign * d // a

    def __add__(self, o):
        o = o if isinstance(o, Fraction) else Fraction(o)
        return Fraction(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__

    def __mul__(self, o):
        return Fraction(self.n * o.n, self.d * o.d) if isinstance(o, Fraction) else Fraction(self.n * o, self.d)

    __rmul__ = __mul__

    def __sub__(self, o):
        return self + -1 * o

    def __truediv__(self, o):
        return self * Fraction(o.d, o.n)

    def __lt__(self, o):
        return self.n * o.d < o.n * self.d

    def __eq__(self, o):
        return (self.n, self.d) == (o.n, o.d)

    def __hash__(self):
        return hash((self.n, self.d))

    def __float__(self):
        return self.n / self.d

    def __str__(self):
        return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)

    __repr__ = __str__


h, t = Fraction(1, 2), Fraction(-2, 6)
print(h + t, h - t, h * t, h / t, 3 * h, 1 + h, sorted([h, t, Fraction(1, 3)]), float(t), {Fraction(2, 4): "half"}[h], sum(Fraction(1, n) for n in range(1, 7)))
try:
    Fraction(1, 0)
except ZeroDivisionError as e:
    print(e)


def collatz(n):
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps


print([collatz(n) for n in range(1, 16)], max(range(1, 300), key=collatz))
row = [1]
for i in range(7):
    print(" ".join(map(str, row)).center(24).rstrip())
    row = [a + b for a, b in zip([0] + row, row + [0])]


def change(amount, coins, memo={}):
    key = amount, coins
    if key not in memo:
        if amount == 0:
            memo[key] = 1
        elif amount < 0 or not coins:
            memo[key] = 0
        else:
            memo[key] = change(amount - coins[0], coins) + change(amount, coins[1:])
    return memo[key]


print(change(100, (50, 20, 10, 5, 2, 1)), change(10, (5, 2)), change(3, (2,)))


def bisect(f, lo, hi, eps=1e-9):
    while hi - lo > eps:
        mid = (lo + hi) / 2
        lo, hi = (mid, hi) if f(mid) < 0 else (lo, mid)
    return lo


def search(xs, x):
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo if lo < len(xs) and xs[lo] == x else -1


print(f"{bisect(lambda x: x * x - 2, 0, 2):.6f}", [search([1, 3, 5, 7, 9], x) for x in (1, 2, 9, 10, 5)])
a, b = 0, 1
fibs = []
while len(str(a)) < 18:
    fibs.append(a)
    a, b = b, a + b
print(len(fibs), fibs[-1], sum(fibs[:50]), [f for f in fibs if f % 89 == 0][:4])
