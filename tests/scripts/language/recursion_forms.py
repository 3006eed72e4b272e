# Functions that call themselves and one another; lambdas, closures, classes, generators, default arguments.
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def permutations(items):
    if not items:
        return [[]]
    return [[first, *rest] for i, first in enumerate(items) for rest in permutations(items[:i] + items[i + 1:])]


def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


def make():
    def inner(n):
        return inner(n - 1) + [n] if n else []
    return inner


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def depth(self):
        return 1 + max((child.depth() for child in self.children), default=0)


def ackermann(m, n):
    return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def memo(n, known={0: 0, 1: 1}):
    if n not in known:
        known[n] = memo(n - 1) + memo(n - 2)
    return known[n]


tree = Tree(1, Tree(2, Tree(3)), Tree(4))
print(factorial(20), even(10), odd(7), list(flatten([1, [2, [3, []], 4]])), permutations([1, 2, 3]))
print(hanoi(3), make()(4), list(tree), tree.depth(), ackermann(2, 3), memo(90), (lambda f, n: f(f, n))(lambda f, n: n and n + f(f, n - 1), 4))


def forever():
    return forever()


try:
    forever()
except RecursionError as e:
    print(e)
print(factorial(300) % 1000003)
