# name := value in conditions, calls, comprehensions, f-strings, slices; its scope.
data = [1, 2, 3, 4]
if (n := len(data)) > 3:
    print("long", n)
while (item := data.pop()) > 2:
    print("popped", item)
print(item, data)
print([y := 5, y ** 2], (z := 1) + z, {(k := "key"): (v := "value")}, k, v)
print([last := x for x in range(3)], last, any((witness := x) > 1 for x in range(5)), witness)
print(max(a := 3, b := 5), a, b, "abc"[(start := 1):], "abc"[(i := 0)], f"{(text := 'formatted')}", text)
if (m := "abc".find("c")) if True else (m := None):
    print("found")
print(m)


def f(x=(default := 7)):
    inner = [total := 0, *[total := total + v for v in (1, 2, 3)]]
    return x, inner, total


print(f(), default)


class Body:
    value = (named := 5) + 1


print(Body.value, Body.named)
print((lambda: (local := 3) + local)(), "local" in globals())
print((first := 1, second := 2), first, second, not (falsy := 0), falsy)
assert (message := "checked"), message
print(message)
