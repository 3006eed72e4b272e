# What iterating consumers take from a generator, and how much.
def gen(name, n):
    for i in range(n):
        print(f"{name}{i}", end=" ")
        yield i
    print(f"{name} ends", end=" ")


a, b = gen("a", 3), gen("b", 5)
print(list(zip(a, b)))
print(list(b))
a, b = gen("a", 5), gen("b", 3)
print(list(zip(a, b)))
print(list(a))
print(list(zip(gen("x", 2), range(9), "abc")))
print(any(x == 1 for x in gen("any", 5)))
print(all(x < 1 for x in gen("all", 5)))
print(3 in gen("in", 9))
print(next(filter(None, gen("filter", 9))))
g = gen("unpack", 9)
try:
    p, q = g
except ValueError as e:
    print(e)
print(next(g, "end"))
p, q, *r = gen("star", 4)
print(p, q, r)
print(list(map(lambda x, y: x + y, gen("m", 2), gen("n", 4))))
print(dict(zip("ab", gen("d", 5))))
print(max(gen("max", 3)), sum(gen("sum", 3)), sorted(gen("sorted", 3), reverse=True))
print(list(enumerate(gen("e", 2), 10)), tuple(gen("t", 2)), [*gen("l", 2)], {*gen("s", 2)})
print(min(gen("min", 0), default="empty"), next(gen("next", 0), "empty"))
it = iter(gen("iter", 3))
for x in it:
    print("loop", x, next(it, "none"), end="; ")
print()
lst = [0]
lst += gen("plus", 2)
lst[1:1] = gen("slice", 2)
lst.extend(gen("extend", 1))
print(lst, "-".join(str(x) for x in gen("join", 3)))
try:
    list(zip(gen("p", 2), gen("q", 3), strict=True))
except ValueError as e:
    print(e)
try:
    list(zip(gen("p", 3), gen("q", 2), strict=True))
except ValueError as e:
    print(e)
for x, y in zip(gen("left", 2), gen("right", 2)):
    print((x, y), end=" ")
print()
