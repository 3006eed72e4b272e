# itertools: chain, zip_longest, product, permutations, combinations, combinations_with_replacement.
# python: 3.11
from itertools import chain, zip_longest, product, permutations, combinations, combinations_with_replacement

print(list(chain("ab", [1], (), "c")), list(chain()), list(chain.from_iterable(["ab", [1, 2]])), list(chain.from_iterable([])), list(chain(range(2), (x for x in "z"))), "".join(chain.from_iterable(["x", "yz"])))
ch = chain([1], 5)
print(next(ch))
try:
    next(ch)
except TypeError as e:
    print(e)
print(list(zip_longest("ab", "xyz")), list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()), list(zip_longest("", "")), list(zip_longest([1, 2, 3], [4], [5, 6], fillvalue=0)))
print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()), list(product("abc", [])), list(product([0, 1], repeat=3)), list(product("a", "b", "c")), list(product("ab", "c", repeat=2))[:3], list(product(range(2), repeat=0)))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations([1, 2, 3], 0)), list(permutations([1], 2)), list(permutations([])), ["".join(p) for p in permutations("aab")], len(list(permutations(range(5)))), list(permutations(range(3), None)))
print(list(combinations("abcd", 2)), list(combinations([1, 2, 3], 3)), list(combinations("ab", 3)), list(combinations("abc", 0)), ["".join(c) for c in combinations("aabb", 2)], len(list(combinations(range(10), 4))))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 2)), list(combinations_with_replacement("ab", 3)), list(combinations_with_replacement("abc", 0)))
p = product([1, 2], "ab")
print(next(p), next(p), list(p), list(p), iter(p) is p, type(p).__name__)
for f in (lambda: permutations("abc", -1), lambda: combinations("abc", -1), lambda: combinations("abc"), lambda: permutations(5), lambda: product(5), lambda: product("a", repeat=-1), lambda: zip_longest("a", fill=1), lambda: zip_longest(5), lambda: combinations("abc", "2"), lambda: permutations("abc", 1.5), lambda: chain.from_iterable(5), lambda: list(chain.from_iterable([5])), lambda: product("a", bad=1), lambda: combinations_with_replacement("a", -2)):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def powerset(xs):
    xs = list(xs)
    return chain.from_iterable(combinations(xs, r) for r in range(len(xs) + 1))


print(list(powerset([1, 2, 3])), [a for a in product("AB", repeat=2) if a[0] != a[1]], sum(1 for a, b, c in combinations(range(1, 21), 3) if a * a + b * b == c * c))
items = [("a", 2), ("b", 3), ("c", 4)]
print(max((sum(v for _, v in c), [n for n, _ in c]) for c in powerset(items) if sum(v for _, v in c) <= 6))
