# merge, nlargest, nsmallest with keys; a queue of priorities.
import heapq
import itertools

print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge("ac", "bd", reverse=False)), list(heapq.merge([3, 1], [4, 2], reverse=True)))
words = ["pear", "fig", "banana", "kiwi"]
print(heapq.nsmallest(2, words, key=len), heapq.nlargest(2, words, key=len), heapq.nsmallest(0, words), heapq.nlargest(9, [1, 2]))
print(list(heapq.merge(["aa", "b"], ["cccc", "d"], key=lambda word: -len(word))))
queue, counter = [], itertools.count()
for priority, task in [(3, "low"), (1, "urgent"), (2, "soon"), (1, "urgent too")]:
    heapq.heappush(queue, (priority, next(counter), task))
print([heapq.heappop(queue)[2] for _ in range(4)])
heap = [5, 3, 8]
heapq.heapify(heap)
print(heap, heapq.heappushpop(heap, 1), heapq.heapreplace(heap, 9), heap)
for bad in lambda: heapq.heappop([]), lambda: heapq.heappush(3, 1), lambda: heapq.heapify((1, 2)), lambda: heapq.heappush([1], "a"):
    try:
        print(bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
