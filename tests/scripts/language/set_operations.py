# set and frozenset: methods, operators, comparison; order of sets of small integers.
s = {3, 1, 2}
s.add(4)
s.add(1)
print(s, len(s), 2 in s, s.discard(99), s.remove(4), s, set(), {1}, set([1, 1, 2]), set(range(5)), {*()})
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, a.union(b, [9]), a.intersection(b, [3]), a.difference([1]), a.symmetric_difference([1, 7]))
print(a <= b, a < a, a <= a, {1} < a, a > {1}, a >= a, a == {4, 3, 2, 1}, a != b, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint({9}))
c = a.copy()
c.update(b, {8})
c.intersection_update({1, 3, 8, 5})
print(c)
c.difference_update([1])
c.symmetric_difference_update([3, 4])
print(c)
c |= {1}
c &= {1, 4, 5}
c -= {4}
c ^= {6}
print(c, c.clear(), c)
f = frozenset([1, 2])
print(f, frozenset(), f | {3}, {3} | f, type(f | {3}), type({3} | f), hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset({1, 2})], f == {1, 2})
print({f, frozenset([9])} == {frozenset([9]), f}, {1, 2} in [{2, 1}], f in {f}, {1, 2} in {f}, f.union([5]), f.copy() is f)
print({10, 5, 8, 16, 1}, {100, 200, 300}, {-1, -2, 0}, {0, 32, 64}, {7, 15, 23, 31}, set(range(20, 0, -3)), {1.0, 2.5, 1}, {True, 0})
print({i * i % 31 for i in range(20)}, {i for i in range(0, 100, 9)}, {1000, 2000, 3000, 4000, 5000}, {2 ** i for i in range(12)})
t = set(range(10))
while len(t) > 6:
    print(t.pop(), end=" ")
print(t, sorted(t, reverse=True), max(t), sum(t))
for fn in (lambda: {1}.remove(5), lambda: set().pop(), lambda: {[]}, lambda: {1} + {2}, lambda: {1} | [2], lambda: {1} < [2], lambda: set(5), lambda: s[0],
           lambda: hash({1}), lambda: {1}.add([]), lambda: f.add(3), lambda: {1} & "a", lambda: {1}.union(5), lambda: {1}.remove({2}), lambda: {{1}}):
    try:
        print(fn())
    except Exception as e:
        print(type(e).__name__, e)
