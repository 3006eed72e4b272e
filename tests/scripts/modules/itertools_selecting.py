# itertools: accumulate, compress, dropwhile, takewhile, filterfalse, groupby, pairwise, starmap, tee, batched by hand.
from itertools import accumulate, compress, dropwhile, takewhile, filterfalse, groupby, pairwise, starmap, tee, islice
import itertools

print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1, 5], max)), list(accumulate([1, 2, 3], lambda a, b: a * b)), list(accumulate([1, 2], initial=100)), list(accumulate([])), list(accumulate([], initial=5)), list(accumulate("abc")), list(accumulate([1, 2], func=None)))
print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress("abc", [1])), list(compress([], [1])), list(compress("ab", [True, True, True])), list(compress(selectors=[0, 1], data="xy")))
print(list(dropwhile(lambda x: x < 3, [1, 2, 3, 1, 2])), list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", 2])), list(dropwhile(bool, [])), list(takewhile(bool, [0, 1])))
it = iter([1, 2, 5, 6])
print(list(takewhile(lambda x: x < 3, it)), list(it))
for key, group in groupby("aaabbcaa"):
    print(key, list(group), end="; ")
print()
for key, group in groupby(sorted(["apple", "bob", "cat", "alice", "bar"]), key=lambda w: w[0]):
    print(key, list(group), end="; ")
print([k for k, _ in groupby([1, 1, 2, 1])], [(k, len(list(g))) for k, g in groupby("aabbb")], list(groupby([])))
groups = groupby([1, 1, 2, 2, 3])
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, next(g2), list(g2), [(k, list(g)) for k, g in groups])
print([list(g) for k, g in [(k, g) for k, g in groupby("aab")]])
print(list(pairwise([1, 2, 3, 4])), list(pairwise([1])), list(pairwise("")), list(pairwise("abc")))
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda *a: a, ["ab", (1,), []])), list(starmap(max, zip([1, 5], [3, 2]))))
a, b = tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), list(b))
x, y, z = tee(iter("pq"), 3)
print(list(x), next(y), list(z), list(y), tee([1], 0), len(tee([])))


def noisy():
    for i in range(3):
        print("take", i, end=" ")
        yield i


a, b = tee(noisy())
print(next(a), next(b), next(b), list(a), list(b))
print(list(islice(accumulate(noisy()), 2)), list(takewhile(lambda v: v < 1, noisy())))
for f in (lambda: accumulate(), lambda: accumulate(5), lambda: list(accumulate([1, "a"])), lambda: compress("a"), lambda: dropwhile(None), lambda: list(dropwhile(5, [1])), lambda: list(starmap(pow, [1])), lambda: list(starmap(pow, [(1,)])), lambda: groupby(), lambda: groupby(5), lambda: pairwise(5), lambda: tee(5), lambda: tee([], -1), lambda: filterfalse(None), lambda: takewhile(1, 5)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(type(groupby([])).__name__, type(accumulate([])).__name__, type(pairwise([])).__name__, itertools.__name__, sorted(n for n in ("chain", "tee", "nope") if hasattr(itertools, n)))
data = [("x", 1), ("x", 2), ("y", 3)]
print({k: [v for _, v in g] for k, g in groupby(data, lambda p: p[0])}, list(map(sum, pairwise(range(4)))), list(accumulate(range(1, 11), lambda a, b: a + b))[-1])
