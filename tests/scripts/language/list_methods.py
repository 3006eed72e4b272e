# list: every method, operators, comparison, nesting, and errors.
a = [3, 1, 2]
a.append(5)
a.extend([7, 8])
a.extend("xy")
print(a, len(a), a.index(5), a.count(1), a.pop(), a.pop(0), a)
a.insert(0, "first")
a.insert(-1, "before last")
a.insert(100, "end")
a.insert(-100, "start")
print(a)
a.remove("first")
print(a, a.index("end"), a.index(7, 2), a.index(7, 2, 6))
a.reverse()
print(a)
b = a.copy()
b.clear()
print(a != b, b, a is not a.copy())
n = [5, 2, 9, -1]
print(n.sort(), n)
n.sort(reverse=True)
print(n)
n.sort(key=lambda x: (x % 3, x))
print(n, [1] + [2], [0] * 3, 2 * ["a"], [] * 5, [1, 2] * -1)
grid = [[0] * 2] * 2
grid[0][0] = 1
print(grid, [[0] * 2 for _ in range(2)], [1, [2, [3]]][1][1][0])
a = [1]
a.append(a)
print(a, a[1] is a)
d = {"self": a}
d["d"] = d
print(d)
print([1, 2] == [1, 2], [1, 2] < [1, 2, 0], [2] > [1, 9], [1] != (1,), [1, 2, 3] >= [1, 2, 3], [] < [[]])
print(list("abc"), list((1, 2)), list({"k": 1}), list(range(3)), list(), list(i for i in "z"), [*map(str, [1, 2])])
print([None] * 2, any([0, 0, 3]), all([]), sum([[1], [2]], []), max([1, 5, 3]), min("b", "a"), sorted([3, 1], reverse=True))
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(9), lambda: [1] + (2,), lambda: [1] * 1.5,
          lambda: [1, "a"].sort(), lambda: [].append(), lambda: [].append(1, 2), lambda: [].extend(5), lambda: [1][1], lambda: a["a"],
          lambda: [1].sort(None), lambda: [3, 1].sort(key=5), lambda: list(5), lambda: [] < 1, lambda: [1].insert(1), lambda: {[]: 1}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    [1][3] = 5
except IndexError as e:
    print(e)
try:
    [1]["x"] = 5
except TypeError as e:
    print(e)
a = [1, 2, 3, 4]
a[1], a[2] = a[2], a[1]
a += [9]
a *= 2
print(a, a[-1], a[-len(a)])
for i in range(len(a) - 1, -1, -1):
    if a[i] % 2:
        del a[i]
print(a)
