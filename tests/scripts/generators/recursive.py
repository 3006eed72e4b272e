# Recursive generators: permutations, subsets, queens, walks, hanoi, gray codes.
def permutations(xs):
    if len(xs) <= 1:
        yield list(xs)
        return
    for i in range(len(xs)):
        for rest in permutations(xs[:i] + xs[i + 1:]):
            yield [xs[i]] + rest


def subsets(xs):
    if not xs:
        yield ()
        return
    for s in subsets(xs[1:]):
        yield s
        yield (xs[0],) + s


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for col in range(n):
        if all(col != c and abs(col - c) != len(placed) - r for r, c in enumerate(placed)):
            yield from queens(n, placed + (col,))


def walk(tree, path=""):
    for name, sub in tree.items():
        here = f"{path}/{name}"
        yield here
        if isinstance(sub, dict):
            yield from walk(sub, here)


def gray(n):
    if n == 0:
        yield ""
        return
    for code in gray(n - 1):
        yield "0" + code
    for code in reversed(list(gray(n - 1))):
        yield "1" + code


def partitions(n, most=None):
    most = n if most is None else most
    if n == 0:
        yield []
    for k in range(min(n, most), 0, -1):
        for rest in partitions(n - k, k):
            yield [k] + rest


print(list(permutations("abc")))
print(sorted(subsets([1, 2, 3])))
print(list(queens(6)), sum(1 for _ in queens(7)), next(queens(8)))
print(list(walk({"usr": {"bin": {"ls": 1}, "lib": {}}, "etc": {"passwd": 2}})))
print(list(gray(3)))
print(list(partitions(5)))


def digits(n):
    if n >= 10:
        yield from digits(n // 10)
    yield n % 10


def collatz(n):
    yield n
    if n != 1:
        yield from collatz(n // 2 if n % 2 == 0 else 3 * n + 1)


print(list(digits(9876543210)), list(collatz(6)), sum(1 for _ in collatz(27)))


def spell(words, i=0):
    if i == len(words):
        yield []
    else:
        for ch in words[i]:
            for tail in spell(words, i + 1):
                yield [ch] + tail


print(["".join(s) for s in spell(["ab", "c", "de"])])
