# enumerate and zip: start, strict, unequal lengths, as iterators.
# python: 3.11
print(list(enumerate("abc")), list(enumerate("ab", 5)), list(enumerate(["x"], start=-1)), list(enumerate([])), list(enumerate(enumerate("a"))))
print(list(zip("ab", [1, 2])), list(zip("abc", [1])), list(zip()), list(zip("a")), list(zip("ab", "cd", "ef", "gh")), list(zip([], "abc")), dict(zip("xy", range(9))))
e = enumerate("xyz")
print(next(e), next(e), iter(e) is e, list(e), list(e), next(e, "end"), type(e))
z = zip("abc", "de")
print(next(z), iter(z) is z, list(z), next(z, None), type(z))
print(list(zip(*[(1, "a"), (2, "b")])), list(zip(*zip("ab", "cd"))), [a + b for a, b in zip([1, 2], [10, 20])], list(zip([1, 2, 3], [1, 2, 3][1:])))
print(list(zip("abc", "def", strict=True)), list(zip(strict=True)), list(zip("a", strict=True)))
for args in (("ab", "a"), ("a", "ab"), ("ab", "ab", "a"), ("ab", "ab", "abc"), ("a", "a", "", "a"), ("", "x")):
    try:
        print(list(zip(*args, strict=True)))
    except ValueError as e:
        print(args, e)
it = iter(range(10))
print(list(zip(it, it, it)), list(it))
a, b = iter("abcd"), iter("xy")
print(list(zip(a, b)), list(a))
a, b = iter("abcd"), iter("xy")
print(list(zip(b, a)), list(a))
for i, (a, b) in enumerate(zip("pq", "rs"), 1):
    print(i, a, b, end="; ")
print()


class Bad:
    def __iter__(self):
        return self

    def __next__(self):
        raise ValueError("from next")


for f in (lambda: enumerate(), lambda: enumerate(5), lambda: enumerate("a", "b"), lambda: zip(5), lambda: zip("a", None), lambda: zip("a", 5, "b"), lambda: list(zip("a", Bad())), lambda: list(enumerate(Bad())),
          lambda: zip("a", foo=1), lambda: enumerate("a", 1, 2), lambda: enumerate(iterable="ab", start=2).__next__(), lambda: len(zip()), lambda: enumerate("a")[0]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
