# What a list holds when sorting it raised: all its items, in the order that was reached.
for items in ([3, 1, "a", 2], ["b", "a", 1, "c"], [5, 4, 3, None, 1, 2], [1, 2, "x", 3, 0], list(range(40)) + ["end", 7]):
    for reverse in (False, True):
        copy = items[:]
        try:
            copy.sort(reverse=reverse)
        except TypeError as error:
            print(error, copy, sorted(map(str, copy)) == sorted(map(str, items)))


class Counted:
    left = 90

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Counted.left -= 1
        if Counted.left == 0:
            raise ValueError("enough")
        return self.n < other.n


many = [Counted(n * 37 % 100) for n in range(100)]
Counted.left = 620
try:
    many.sort()
except ValueError as error:
    print(error, sorted(x.n for x in many) == list(range(100)), len(many))
