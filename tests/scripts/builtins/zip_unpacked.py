# zip() whose items are taken apart at once: iterators of every sort, and what the variables hold at the end.
def letters(n):
    for i in range(n):
        print("  letter", i)
        yield "abcdef"[i] * (i + 1)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return [self.n]


def show(iterator, names="x y"):
    x = y = z = None
    try:
        if names == "x y":
            for x, y in iterator:
                print(x, y)
        else:
            for x, y, z in iterator:
                print(x, y, z)
    except Exception as error:
        print(type(error).__name__, error)
    print("left with", x, y, z)


show(zip([1, 2, 3], (4, 5)))
show(zip((4, 5), [1, 2, 3]))
show(zip(range(3), letters(2)))
show(zip(letters(3), range(1)))
show(zip(letters(2), Countdown(3)))
show(zip([1, 2], Countdown(2), letters(5)), "x y z")
show(zip("ab", {"k": 1, "l": 2}, {3}), "x y z")
show(zip([1], []))
show(zip([1, 2], [3, 4], strict=True))
show(zip([1, 2], [3], strict=True))
show(zip([1], letters(2), strict=True))
show(zip([1, 2], [3, 4], [5, 6]))
show(zip([1, 2]))
show(zip())
growing = [1]
for x, y in zip(growing, range(5)):
    growing.append(x + y)
print(growing)
pairs = zip([1, 2, 3, 4], "abcd")
for x, y in pairs:
    for z, y in pairs:
        print(x, y, z)
        break
print(x, y, z)
