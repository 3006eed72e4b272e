# The order in which sets of numbers are iterated over follows from their hashes and history.
s = set()
for x in (97, 3, 1025, 8, 16, 24, 32, 40, 5, -7, 64, 2):
    s.add(x)
    print(x, list(s))
s.discard(8)
s.discard(5)
print(list(s))
s.add(13)
s.add(8)
print(list(s))
print(list(set([10 ** k for k in range(15)])))
print(list({0.5, 1.5, 2.5, 3.25, 100.125, -0.5}))
print(list({(1, 2), (2, 1), (0, 0), (3, 4, 5), ()}))
print(list(frozenset([9, 18, 27, 36, 45, 54, 63, 72])))
print(list({x * 7919 % 1009 for x in range(60)}))
a = {x for x in range(0, 64, 5)}
b = {x for x in range(0, 64, 3)}
print(list(a | b))
print(list(a & b), list(a - b), list(b - a), list(a ^ b))
print(list(a.union([1000, 2000])), list(a.copy()), list(set(a)), list(set(list(a))))
c = set(range(100))
for x in range(0, 100, 3):
    c.remove(x)
print(list(c)[:20])
c.update(range(-10, 0))
print(list(c)[-15:])
d = set()
for x in range(-20, 20, 3):
    d.add(x * 1000003)
print(list(d))
print([d.pop() for _ in range(5)], list(d))
print(list({True, 2, 3.0, 4.5}), list({-1, -2}), list({1 << 40, 1 << 20, 1 << 50}), list({hash(0.1) % 1000, 5}))
print(list({float("inf"), 7}), list({-5, 5, -6, 6}), {None} == {None}, list({2 ** 61 - 1, 0.0}), list({2 ** 61, 2}))
