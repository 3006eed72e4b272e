# Comprehensions of all kinds: several fors and ifs, nesting, and their own scope.
x = "outer"
print([x for x in range(3)], x)
print([(a, b) for a in range(3) for b in "xy"], [a for a in range(20) if a % 2 if a % 3])
print([a + b for a in (1, 2) if a > 1 for b in (10, 20) if b < 15], [[c * r for c in range(3)] for r in range(3)])
print({n % 3 for n in range(10)}, {n: n * n for n in range(4)}, {k: v for k, v in zip("ab", [1, 2])})
print(sum(n for n in range(5)), list(n * 2 for n in range(3)), dict((k, k * 2) for k in "ab"), tuple(i for i in "xy"))
print([y for row in [[1, 2], [3]] for y in row], [i for i, in [(1,), (2,)]], [a for a, *b in ["xyz", "pq"]])
print([b for a, *b in ["xyz", "pq"]], {**{i: i for i in range(2)}, 5: 6}, [*(i for i in range(3))])
print([f(2) for f in [lambda v: v + i for i in range(3)]], [i if i else "z" for i in range(3)])
print([[j for j in range(i)] for i in range(4)], [(i, j) for i in range(3) for j in range(i, 3) if i != j])


def log(tag, value):
    print(tag, value, end="; ")
    return value


print([log("e", i) for i in log("src", [1, 2, 3]) if log("if", i != 2)])
print({log("k", i): log("v", i + 1) for i in range(2)})


class A:
    n = 3
    squares = [i * i for i in range(n)]
    pairs = [i for i in range(2)]


print(A.squares, A.pairs, hasattr(A, "i"))
try:
    class B:
        n = 3
        bad = [n for _ in range(2)]
except NameError as e:
    print(e)
try:
    [undefined for _ in range(1)]
except NameError as e:
    print(e)


def f(n):
    total = [n + i for i in range(n)]
    nested = [[n * i + j for j in range(2)] for i in range(2)]
    return total, nested, [(lambda: n + k)() for k in range(2)]


print(f(2))
gen = (log("g", i) for i in log("first source now", [7, 8]))
print("made")
print(next(gen), list(gen))
try:
    (i for i in 5)
except TypeError as e:
    print(e)
lazy = (i * j for i in [1, 2] for j in undefined_later)
undefined_later = [10, 20]
print(list(lazy))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], sorted({c for w in ["ab", "bc"] for c in w}))
d = {"a": [1, 2], "b": [3]}
print({v: k for k, vs in d.items() for v in vs}, [f"{k}{v}" for k in d for v in d[k]])
