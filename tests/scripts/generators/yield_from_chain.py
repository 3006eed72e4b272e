# Values pass both ways through a chain of delegations; results come back.
def inner(tag):
    log = []
    while True:
        x = yield f"{tag}{len(log)}"
        if x is None:
            return log
        log.append(x)


def middle(tag):
    a = yield from inner(tag + "a")
    b = yield from inner(tag + "b")
    return {"a": a, "b": b}


def outer():
    results = []
    for tag in "xy":
        results.append((yield from middle(tag)))
    return results


g = outer()
sent = [None, 1, 2, None, 3, None, None, 4, None]
for s in sent:
    try:
        print(s, "->", g.send(s))
    except StopIteration as e:
        print("result", e.value)
try:
    for _ in range(10):
        print(next(g))
except StopIteration as e:
    print("result", e.value)


def tree(node):
    if node is not None:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


t = ((None, 1, None), 2, ((None, 3, None), 4, (None, 5, None)))
print(list(tree(t)))


def flatten(x):
    for item in x:
        if isinstance(item, (list, tuple)):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, (4, 5)], []], [[[6]]]])))


def chain(*its):
    for it in its:
        yield from it


print("".join(chain("ab", "cd", chain("ef"))))


def level(n):
    if n == 0:
        got = yield "bottom"
        return got
    return (yield from level(n - 1)) + 1


for n in (0, 1, 10, 300):
    g = level(n)
    next(g)
    try:
        g.send(5)
    except StopIteration as e:
        print(n, e.value)


def alternate():
    r1 = yield from (i for i in range(2))
    r2 = yield "between"
    r3 = yield from iter([r2])
    return r1, r2, r3


g = alternate()
print(next(g), next(g), next(g), g.send("S"))
try:
    next(g)
except StopIteration as e:
    print(e.value)
