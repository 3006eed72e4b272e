# bisect with bounds and keys, and what it refuses.
import bisect

rows = [("a", 1), ("b", 3), ("c", 5)]
print(bisect.bisect_left(rows, 3, key=lambda row: row[1]), bisect.bisect_right(rows, 3, key=lambda row: row[1]))
bisect.insort(rows, ("x", 4), key=lambda row: row[1])
bisect.insort_left(rows, ("y", 4), key=lambda row: row[1])
print(rows)
numbers = [1, 2, 2, 2, 5]
print([bisect.bisect_left(numbers, n) for n in range(7)], [bisect.bisect(numbers, n) for n in range(7)])
print(bisect.bisect_left(numbers, 2, 2), bisect.bisect_right(numbers, 2, 0, 3), bisect.bisect_left(numbers, 9, lo=1, hi=2))


def grade(score):
    return "FDCBA"[bisect.bisect([60, 70, 80, 90], score)]


print([grade(score) for score in (33, 60, 77, 89, 90, 100)])
for bad in lambda: bisect.bisect([1], 2, -1), lambda: bisect.bisect([1, "a"], 2, 1), lambda: bisect.bisect(3, 1), lambda: bisect.bisect([1], None):
    try:
        print(bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
