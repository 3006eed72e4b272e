# Comprehensions: their variables are their own; what they see; order of the clauses.
x = "outside"
print([x for x in range(3)], x, {x: x for x in "ab"}, {x for x in [1]}, list(x for x in "c"), x)
print([(a, b) for a in range(3) for b in range(a)], [a for a in range(10) if a % 2 if a > 3], [[c for c in r] for r in ("ab", "c")])
functions = [lambda: i for i in range(3)]
print([f() for f in functions], [f() for f in [lambda i=i: i for i in range(3)]])


class Body:
    items = [1, 2]
    size = 2
    doubled = [item * 2 for item in items]
    try:
        wrong = [item * size for item in items]
    except NameError as e:
        print(e)


print(Body.doubled)


def note(x):
    print("note", x)
    return range(x)


generator = (a + b for a in note(2) for b in note(1))
print("made")
print(list(generator))
print({k: v for k, v in zip("ab", (1, 2))}, {v: k for k, v in {"a": 1}.items()}, [*(y for y in "de")], sum(n * n for n in range(4)))
print([a if a else -1 for a in (0, 1)], [(a, b) for a, *b in ("xyz", [1])], [d["k"] for d in [{"k": 1}]], [[] for _ in range(2)])
try:
    [undefined for _ in range(1)]
except NameError as e:
    print(e)
print([y for y in [z for z in range(5) if z % 2]], [(lambda v: v + k)(1) for k in range(2)])
