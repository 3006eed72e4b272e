# Stars in displays, calls, returns, yields, subscripts and for loops.
a = [1, 2]
b = (3, 4)
print([*a, *b], (*a, *b), {*a, *b}, [*range(3), 9, *"xy"], (*a,), [*()])
d = {"x": 1, **{"y": 2, "x": 3}, "z": 4, **{}}
print(d, {**d, "x": 0}, {**{}, 1: 2})
print(*a, *b, sep="-")
print(*"abc", *[], *(1,), sep=",", end="!\n")


def f(*args, **kwargs):
    return args, kwargs


print(f(*a, 9, *b, k=1, **{"m": 2}, **{"n": 3}))
print(f(*[], **{}), f(*"ab", **dict(z=1)), f(k=1, *a))


def g():
    return *a, *b


def h():
    return 1, *a


def gen():
    got = yield *a, 5
    print("got", got)
    yield (*b,)


print(g(), h())
it = gen()
print(next(it), it.send("s"))
t = *a, *b
print(t)
for x in *a, *b:
    print(x, end=" ")
print()
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)), [*zip(*matrix)], max(*a), dict(zip(*[a, b])))
order = []


def note(x):
    order.append(x)
    return [x]


print([*note(1), *note(2)], f(*note(3), note(4), **{"k": note(5)}), order)
for bad in (lambda: [*5], lambda: f(*5), lambda: f(**5), lambda: {**[1]}, lambda: {*None}, lambda: f(**{1: 2}),
            lambda: f(k=1, **{"k": 2}), lambda: f(**{"k": 1}, **{"k": 2}), lambda: print(*None)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
