# Conditional expressions and the walrus.
for n in (-1, 0, 1):
    print(n, "neg" if n < 0 else "zero" if n == 0 else "pos")
print([("even" if i % 2 == 0 else "odd") for i in range(4)], (lambda x: "t" if x else "f")(0))
print((1 if True else 2) + 3, 1 if False else 2 + 3, [1, 2 if 0 else 3])


def say(word):
    print("say", word)
    return word


print(say("yes") if say("") else say("no"))
if (n := len("hello")) > 3:
    print("long", n)
print((y := 10) + (y := y + 1), y)
data = [5, 3, 8, 1]
while (item := data.pop()) != 5:
    print("popped", item)
print("stopped at", item)
print([last := i * i for i in range(5)], last)
print([(a, b) for a in range(4) if (b := a * 2) > 2], b)
print(any((hit := w).startswith("b") for w in ["apple", "bee", "cat"]), hit)


def prefix_sums(xs):
    total = 0
    sums = [total := total + x for x in xs]
    return sums, total


print(prefix_sums([1, 2, 3, 4]))
print({(k := c): ord(k) for c in "abc"}, k)
f = lambda x: (z := x * 2) + z
print(f(5))
print(x := 5, (x := x + 1), x)
print(f"{(w := 7)} {w} {w:=5}")
values = [z := 1, z + 1, (z := z + 5), z]
print(values)
t = (p := 1), (q := 2)
print(t, p, q)


def g():
    global top
    if (top := 99) and (local := 1):
        return local
    return None


print(g(), top)
i = 0
while (i := i + 1) < 10 and not (found := i * i > 20):
    pass
print(i, found)
print(len(s := "abc"), s, s[(j := 1)], j)
