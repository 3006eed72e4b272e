# collections.deque: both ends, maxlen, rotate, methods, comparison, iteration.
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d.pop(), d.popleft(), d, d[0], d[-1], d[1], 2 in d, 9 in d, bool(d), bool(deque()))
d.extend([7, 8])
d.extendleft([5, 6])
print(d, list(d), d.count(7), d.index(7), d.index(8, 2), list(reversed(d)))
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.rotate()
d.rotate(100)
print(d)
d.remove(7)
d.insert(1, "in")
d.reverse()
print(d)
d[0] = "first"
d[-1] += 100
del d[1]
print(d, d.copy() == d, d.copy() is d, d.maxlen)
d.clear()
print(d, deque("abc"), deque(), deque(range(3)), deque([1, [2]]), deque((x for x in "xy")))
m = deque(maxlen=3)
for i in range(5):
    m.append(i)
    print(m, end=" ")
m.appendleft("L")
print(m, m.maxlen, deque([1, 2, 3, 4], 2), deque([1, 2, 3], maxlen=0))
m.extend("xy")
m.extendleft("pq")
print(m, m + deque([9]), deque([1]) + deque([2]), deque([1, 2]) * 2, deque([1]) == deque([1]), deque([1]) == [1], deque([1, 2]) < deque([1, 3]), deque([1]) != deque([2]))
m += [1]
print(m)
m *= 2
print(m)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(9), lambda: deque([1]).index(9), lambda: deque(5), lambda: deque([1], -1), lambda: deque([1], "a"), lambda: deque([1, 2])[0:1], lambda: deque([1]) + [2], lambda: deque([1], 1).insert(0, 2), lambda: deque(1, 2, 3), lambda: deque([1])["a"], lambda: hash(deque()), lambda: deque([1]) < [1], lambda: deque().rotate("x"), lambda: deque().append()):
    try:
        print(f())
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    m.maxlen = 5
except AttributeError as e:
    print(e)
q = deque([1])
q.append(q)
print(q, deque([deque([1])]), repr(deque(["a"], maxlen=5)), str(deque()))
it = iter(deque([1, 2]))
print(next(it), list(it), [x * 2 for x in deque([1, 2])], sorted(deque([3, 1])), max(deque([1, 5])), sum(deque([1, 2])), *deque("ab"))


def bfs(graph, start):
    seen, queue, order = {start}, deque([start]), []
    while queue:
        node = queue.popleft()
        order.append(node)
        for n in graph[node]:
            if n not in seen:
                seen.add(n)
                queue.append(n)
    return order


print(bfs({"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": [], "e": ["a"]}, "a"))


class Stack(deque):
    def push(self, x):
        self.append(x)
        return self


print(Stack().push(1).push(2), isinstance(Stack(), deque), Stack([1]).push(5)[-1])
