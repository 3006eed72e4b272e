# heapq: push, pop, heapify, pushpop, replace, merge, nlargest, nsmallest; the exact layout of heaps.
import heapq
from heapq import heappush, heappop

h = []
for x in (5, 1, 8, 3, 2, 9, 1):
    heappush(h, x)
    print(h)
print([heappop(h) for _ in range(len(h))], h)
data = [9, 4, 7, 1, -2, 6, 5, 3, 8, 0]
heapq.heapify(data)
print(data)
print(heapq.heappushpop(data, -5), heapq.heappushpop(data, 100), data)
print(heapq.heapreplace(data, 2), data)
print(heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(3, [5, 1, 4, 2]), heapq.nlargest(2, ["a", "ccc", "bb"], key=len), heapq.nsmallest(1, []), heapq.nlargest(10, [1, 2]), heapq.nsmallest(0, [1]), heapq.nsmallest(2, "hello"), heapq.nlargest(1, [3, 5], key=lambda v: -v), heapq.nsmallest(3, [1, True, 0, 1.0]))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])), list(heapq.merge("ace", "bd", reverse=False)), list(heapq.merge([5, 3], [4, 1], reverse=True)), list(heapq.merge(["a", "bbb"], ["cc"], key=len)), list(heapq.merge()), list(heapq.merge([1])), list(heapq.merge([], [2])))
tasks = []
for i, (p, name) in enumerate([(2, "write"), (1, "read"), (2, "test"), (0, "plan")]):
    heappush(tasks, (p, i, name))
print([heappop(tasks)[2] for _ in range(4)])


class Job:
    def __init__(self, pri):
        self.pri = pri

    def __lt__(self, other):
        return self.pri < other.pri

    def __repr__(self):
        return f"J{self.pri}"


jobs = [Job(n) for n in (3, 1, 2)]
heapq.heapify(jobs)
print(jobs, heappop(jobs), heapq.nlargest(1, jobs))
for f in (lambda: heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heapify([1, "a"]), lambda: heappush([1], "a"), lambda: heapq.heapify((1, 2)), lambda: heappush(5, 1), lambda: heappop(), lambda: heapq.heappushpop([], 5), lambda: heapq.nsmallest(1, 5)):
    try:
        print(f())
    except (IndexError, TypeError) as e:
        print(type(e).__name__, e)


def dijkstra(graph, start):
    dist, queue = {}, [(0, start)]
    while queue:
        d, node = heappop(queue)
        if node in dist:
            continue
        dist[node] = d
        for n, w in graph[node].items():
            heappush(queue, (d + w, n))
    return dist


print(dijkstra({"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}, "a"))
x, out, many = 7, [], []
for _ in range(50):
    x = x * 1103515245 % 2147483647
    heappush(many, x % 1000)
print(many, [heappop(many) for _ in range(10)], many[0])
