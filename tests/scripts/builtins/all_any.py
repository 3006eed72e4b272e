# all and any: truth, short circuit, empty, errors.
print(all([]), any([]), all([1, 2]), all([1, 0]), any([0, 0]), any([0, 3]), all("abc"), any(""), all({}), any({0: 1}), any({1: 0}))
print(all(x > 0 for x in [1, 2, 3]), any(x > 2 for x in [1, 2, 3]), all([[]]), any([[]]), all([[0]]), all({1, 2}), any(range(1)), any(range(2)))


def noisy(values):
    for v in values:
        print("take", v, end=" ")
        yield v


print(all(noisy([1, 2, 0, 3])))
print(any(noisy([0, 0, 5, 6])))
print(all(noisy([])), any(noisy([0])))


class Truth:
    def __init__(self, v):
        self.v = v

    def __bool__(self):
        print("bool", self.v, end=" ")
        return self.v


print(all([Truth(True), Truth(False), Truth(True)]), any([Truth(False), Truth(True), Truth(False)]))


class Bad:
    def __bool__(self):
        raise ValueError("no truth")


for f in (lambda: all(5), lambda: any(None), lambda: all(), lambda: any([], []), lambda: all([1, Bad()]), lambda: any([1, Bad()]), lambda: any([Bad()])):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
words = ["apple", "bob", "level"]
print([w for w in words if all(a == b for a, b in zip(w, reversed(w)))], any(map(str.isupper, words)), all(map(str.islower, words)))
print(all(any(c in "aeiou" for c in w) for w in words), any(all(c in "bo" for c in w) for w in words), type(any([2])), type(all([])))
it = iter([1, 0, 2, 3])
print(all(it), list(it))
it = iter([0, 1, 2, 3])
print(any(it), list(it))
