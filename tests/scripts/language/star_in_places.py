# Stars in indices, returns, yields, subjects, assignments, for loops and del-free targets.
class Shows:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)


shows, numbers = Shows(), [1, 2]
print(shows[*numbers], shows[0, *numbers, 3], shows[*numbers,], shows[*[]])
shows[*numbers] = "value"
shows[*numbers, 9] = "more"


def returns():
    return 0, *numbers


def returns_one():
    return *numbers,


def yields():
    received = yield *numbers, 3
    print("received", received)
    yield *"ab", *numbers


print(returns(), returns_one(), list(yields()))
for x in *numbers, 3:
    print(x, end=" ")
for first, *rest in (1, 2, 3), "abc", [5]:
    print(first, rest, end=" ")
print()
a, *b = c, *d = range(3)
print(a, b, c, d)
*a, = numbers
[*b, c] = "xyz"
(a0, (*inner, last)), *more = (1, "pqr"), 2, 3
print(a, b, c, a0, inner, last, more)
print(*numbers, *[3], sep="-")
print({*numbers, 3}, [*numbers, *"ab"], (*numbers,), {**{"a": 1}, "b": 2, **{"a": 3}})
