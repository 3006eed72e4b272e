# bisect: keeping lists sorted, objects with __lt__ alone, sequences of one's own.
import bisect


class Only:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


class Log:
    def __init__(self, items):
        self.items, self.asked = items, []

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        self.asked.append(i)
        return self.items[i]


data = []
for x in (5, 2, 8, 1, 9, 3, 5, 2):
    bisect.insort(data, x)
print(data)
pairs = []
for k, v in ((2, "a"), (1, "b"), (2, "c"), (1, "d")):
    bisect.insort_left(pairs, (k, v), key=lambda p: p[0])
print(pairs)
objects = [Only(1), Only(4)]
bisect.insort(objects, Only(3))
print([o.n for o in objects], bisect.bisect_left(objects, Only(4)))
log = Log([10, 20, 30, 40, 50, 60, 70])
print(bisect.bisect_left(log, 35), log.asked)
print(bisect.bisect_right("aabbcc", "b"), bisect.bisect_left(range(0, 100, 10), 45))
try:
    bisect.insort((1, 2), 3)
except AttributeError as error:
    print(error)
try:
    bisect.bisect([1, 2], 1, lo=-5)
except ValueError as error:
    print(error)
