# tuple and range: methods, operators, indexing, equality and errors.
t = (1, 2, 3, 2)
print(t, (), (1,), 1, (1, 2)[0], t[1:], t[-1], t.count(2), t.index(3), t + (5,), (0,) * 3, len(t), 2 in t, t == (1, 2, 3, 2), t < (1, 3))
print(tuple("ab"), tuple([1]), tuple(), tuple({"k": 1}), tuple(range(3)), hash((1, 2)) == hash((1, 2)), {(1, 2): "v"}[1, 2], t[::-1])
print((1, "a", None, (2.5,), [1]), repr((1,)), str(()), ((),), ((), ()), (1, 2) + (), max((3, 1), (2, 9)), sorted([(2, 1), (1, 2)]))
nested = (1, (2, (3, (4,))))
print(nested[1][1][1][0], [*nested], (1, [2]) == (1, [2]), (1, 2) != [1, 2])
for f in (lambda: t[9], lambda: t.index(9), lambda: t + [1], lambda: t["a"], lambda: hash(([],)), lambda: tuple(5), lambda: t.append(1), lambda: t < 1):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(5, 5), range(-3, 3), range(3, 0), range(0, -5, -1), range(1, 2)):
    print(r, list(r), len(r), r[:2], r[::-1], list(reversed(r)), bool(r), r.start, r.stop, r.step, 4 in r, r == range(2, 8))
    if r:
        print(r[0], r[-1], r.index(r[-1]), r.count(r[0]), r[1:], max(r), min(r), sum(r), r[-2:])
print(range(0, 10, 3) == range(0, 12, 3), hash(range(3)) == hash(range(0, 3, 1)), range(True), range(10)[2:8:2], range(10)[::-2], range(10)[20:])
print(range(10 ** 15)[10 ** 14], len(range(0, 10 ** 15, 7)), 10 ** 14 in range(0, 10 ** 15, 5), list(range(10 ** 15, 10 ** 15 + 3)))
for f in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.5), lambda: range("a"), lambda: range(5)[9], lambda: range(5).index(7),
          lambda: range(1, 2, 3, 4), lambda: range(5)["a"], lambda: range(3) < range(4), lambda: hash(range(3)) and range(3).nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for i in range(3, -1, -1):
    print(i, end=" ")
it = iter(range(3))
print(next(it), next(it), next(it), next(it, "done"), list(zip(range(3), range(3, 6))))
