# sorted and reversed: what they take and return, errors.
# python: 3.11
print(sorted([3, 1, 2]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted((2, 1)), sorted(x % 3 for x in range(5)), sorted([]), sorted({3, 1}), sorted(range(3), reverse=True))
print(sorted(["b", "A", "c"], key=str.lower), sorted([1, -2, 3], key=abs, reverse=True), sorted([(1, "b"), (1, "a"), (0, "c")]), sorted("abc", key=lambda c: -ord(c)), sorted([True, False, 2]))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(5))), list(reversed({"a": 1, "b": 2})), list(reversed(range(0, 10, 3))), list(reversed([])), list(reversed(b"ab")))
r = reversed([1, 2, 3])
print(next(r), list(r), list(r), type(r), iter(r) is r)
lst = [1, 2, 3]
r = reversed(lst)
lst.append(4)
print(list(r), "".join(reversed("stressed")))


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        print("get", i, end=" ")
        return i * 10


class Rev:
    def __reversed__(self):
        return iter("own")


class NoRev(list):
    __reversed__ = None


print(list(reversed(Seq())), list(reversed(Rev())))
for f in (lambda: reversed(5), lambda: reversed({1, 2}), lambda: reversed(iter([])), lambda: reversed(i for i in []), lambda: reversed(), lambda: reversed(None), lambda: reversed(NoRev()), lambda: sorted(5), lambda: sorted(),
          lambda: sorted([1, "a"]), lambda: sorted([1], len), lambda: sorted([1], key=5), lambda: sorted([1], foo=1), lambda: sorted([[1], (1,)]), lambda: sorted([{}, {}]), lambda: sorted([3, 1], reverse="yes"), lambda: sorted([1, 2], reverse=None), lambda: sorted([None, 1])):
    try:
        print(f())
    except TypeError as e:
        print(e)
students = [("Ann", "B", 15), ("Bob", "A", 12), ("Cyd", "B", 10), ("Dan", "A", 15)]
print(sorted(students, key=lambda s: s[2]))
print(sorted(sorted(students, key=lambda s: s[0], reverse=True), key=lambda s: s[1]))
print(sorted(students, key=lambda s: (s[1], -s[2])), [s[0] for s in sorted(students, key=lambda s: s[2], reverse=True)])
print(sorted([3, 1, 2], key=None, reverse=False), sorted("bca", reverse=True), sorted(["10", "9", "2"]), sorted(["10", "9", "2"], key=int), sorted([0.5, 1, -1.5, True]))
