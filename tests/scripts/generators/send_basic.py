# next and send: what each yield receives and gives, and StopIteration.value.
def echo():
    print("started")
    x = yield "first"
    print("got", x)
    y = yield x * 2
    print("got", y)
    z = yield
    print("got", z)
    return "result"


g = echo()
print(next(g))
print(g.send(10))
print(g.send("s"))
try:
    g.send(None)
except StopIteration as e:
    print("stop", e.value, e.args)
for again in (lambda: next(g), lambda: g.send(None), lambda: g.send(1)):
    try:
        again()
    except StopIteration as e:
        print("again", e.value, e.args)
try:
    echo().send(5)
except TypeError as e:
    print(e)
g = echo()
print(g.send(None))
print(g.send(1), next(g, "default"), next(g, "default"))


def average():
    total = count = 0
    avg = None
    while True:
        value = yield avg
        if value is None:
            break
        total += value
        count += 1
        avg = total / count
    return count, avg


a = average()
next(a)
print(a.send(10), a.send(20), a.send(60))
try:
    next(a)
except StopIteration as e:
    print(e.value)


def order():
    print("sum", (yield 1) + (yield 2) * (yield 3))
    print([(yield 4), (yield 5)], (yield 6) or "none")
    d = {(yield 7): (yield 8)}
    print(d, f"{(yield 9)!r}")


o = order()
values = [next(o)]
try:
    n = 100
    while True:
        values.append(o.send(n))
        n += 1
except StopIteration:
    print(values)
