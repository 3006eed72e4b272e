# Sorting tuples: what their first items that differ are like decides how they are compared.
import random

random.seed(7)


class Loud:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("  eq", self.n, other.n)
        return self.n == other.n

    def __lt__(self, other):
        print("  lt", self.n, other.n)
        return self.n < other.n


pairs = [(random.randrange(5), random.choice("abcde"), random.random()) for _ in range(30)]
print(sorted(pairs) == sorted(pairs, key=lambda p: (p[0], p[1], p[2])), sorted(pairs)[:3])
print(sorted(pairs, reverse=True)[:3], min(pairs), max(pairs))
print(sorted([(1,), (1, 2), (), (0, 5), (1, 1), (0,)]))
print(sorted([(1, 2.5), (1.0, 2), (True, 1), (2, -1), (1.5, 0), (1, 2)]))
print(sorted([(1.5, "b"), (1.5, "a"), (-0.0, "z"), (0.0, "y"), (1e300, ""), (1e-300, "")]))
print(sorted([("b", None), ("a", None)]), sorted([(None, 1), (None, 0)]))
print(sorted([((1, 2), "x"), ((1, 1), "y"), ((), "z")]), sorted([("\u00e9", 1), ("z", 2), ("e", 3)]))
print([t[1].n for t in sorted([(1, Loud(2)), (1, Loud(1)), (0, Loud(3))])])
print(sorted([(2 ** 70, 1), (2 ** 69, 2), (5, 3)]), sorted([(float("nan"), 1), (float("inf"), 2)])[0][1])
for wrong in ([(1, "a"), (1, 2)], [(1,), ("a",)], [(None,), (1,)], [(1,), 2], [(1, {}), (1, [])]):
    try:
        print(sorted(wrong))
    except TypeError as error:
        print(error)
table = {(x, y): x for x in range(3) for y in "ab"}
print(table[(1, "a")], (2, "b") in table, (2, "c") in table, (1.0, "a") in table, (True, "b") in table, table.get((1,)))
nested = {((1, 2), "k"): 1, (1, (2, "k")): 2, (Loud, 1): 3}
print(nested[((1, 2), "k")], nested[(1, (2, "k"))], nested[(Loud, 1)], {(1, 2): 1}.get((1, 2, 3)))
data = list(range(10))
print(data[2:8], data[8:2], data[8:2:-1], data[::3], data[::-3], data[-100:100:4], data[5:5], data[9:0:-2], data[::2 ** 70], data[:: -(2 ** 63)])
