# min, max and sum: key, default, ties, several arguments, errors.
# python: 3.11
print(min(3, 1, 2), max(3, 1, 2), min([3, 1]), max("hello"), min({"b": 1, "a": 2}), max((1, 5), (2, 0)), min(1, 1.0), max(1, 1.0), max(1.0, 1), min(True, 1))
print(max(["a", "ccc", "bb"], key=len), min(["aa", "b", "c"], key=len), max([-3, 2], key=abs), max(1, -5, 3, key=lambda x: -x), min([], default="none"), max((), default=None), max([], default=0, key=len))
print(max(["x", "y", "z"], key=lambda s: 0), min(["x", "y", "z"], key=lambda s: 0), max([1, True, 1.0]), min([0, False, 0.0]), max(range(10)), min(iter([4, 2])), max([[1, 2], [1, 3]]))
print(sum([]), sum([1, 2, 3]), sum([1, 2], 10), sum([0.1] * 3), sum([[1], [2]], []), sum(range(101)), sum([True, True]), sum((1, 2.5)), sum([1, 2], start=5), sum({1: 2, 3: 4}), sum([(1,), (2,)], ()))
print(sum([1e16, 1, -1e16]), sum([0.1, 0.2, 0.3]), sum(x for x in range(5)), sum(map(len, ["a", "bb"])), sum([-0.0]), sum([1.5, 2]), type(sum([1.0, 2])), type(sum([1, 2])))
d = {"a": 3, "b": 7, "c": 5}
print(max(d, key=d.get), min(d.items(), key=lambda kv: kv[1]), max(d.values()), sorted(d, key=d.get), max(zip(d.values(), d.keys())))
calls = []
print(max([3, 1, 2], key=lambda x: calls.append(x) or x), calls)
nan = float("nan")
print(max(1, nan), max(nan, 1), min(1, nan), min(nan, 1), max(float("inf"), 10 ** 15), min(-0.0, 0.0), max(-0.0, 0.0))


class V:
    def __init__(self, n):
        self.n = n

    def __radd__(self, o):
        return self.n + o

    def __gt__(self, o):
        return self.n > o.n

    def __lt__(self, o):
        return self.n < o.n


print(sum([V(1), V(2)]), max([V(1), V(9), V(3)]).n, min(V(4), V(2)).n)
for f in (lambda: max(), lambda: max([]), lambda: min(()), lambda: max(5), lambda: max(1, "a"), lambda: max([1, None]), lambda: max(1, 2, default=3), lambda: min([1], ke=1), lambda: max(None), lambda: max([1, 2], key=5),
          lambda: sum(), lambda: sum(5), lambda: sum(["a", "b"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum([[1]]), lambda: sum([1], 2, 3), lambda: sum([None]), lambda: min(), lambda: min("")):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
