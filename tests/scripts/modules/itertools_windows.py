# pairwise, groupby, accumulate, islice, tee, zip_longest, and their errors.
import itertools
import operator

print(list(itertools.pairwise("abcd")), list(itertools.pairwise([1])))
print([(k, list(g)) for k, g in itertools.groupby([1, 1, 2, 3, 3, 1])], [(k, len(list(g))) for k, g in itertools.groupby("aAbB", str.lower)])
print(list(itertools.accumulate([1, 2, 3])), list(itertools.accumulate([1, 2, 3], operator.mul, initial=10)), list(itertools.accumulate([])))
print(list(itertools.islice("abcdef", 2)), list(itertools.islice("abcdef", 1, None, 2)), list(itertools.islice(itertools.count(5, 5), 3)))
a, b = itertools.tee(iter([1, 2, 3]))
print(next(a), list(b), list(a))
print(list(itertools.zip_longest("ab", "c", "def", fillvalue="-")), list(itertools.chain.from_iterable([[1], (2, 3)])))
print(list(itertools.takewhile(str.isalpha, "ab1c")), list(itertools.dropwhile(str.isalpha, "ab1c")), list(itertools.filterfalse(None, [0, 1])))
print(list(itertools.compress("abcd", [1, 0, 1])), list(itertools.starmap(pow, [(2, 3), (3, 2)])), itertools.count(3), itertools.repeat(1, 2))
for attempt in (lambda: itertools.islice([1], -1), lambda: itertools.islice([1], 0, 1, 0), lambda: itertools.repeat(), lambda: itertools.tee([1], -1),
                lambda: itertools.count("a"), lambda: list(itertools.starmap(pow, [1])), lambda: itertools.combinations("ab", -1), lambda: itertools.pairwise(3)):
    try:
        print(attempt())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
