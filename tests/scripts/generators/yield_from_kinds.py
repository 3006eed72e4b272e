# yield from over generators, sequences, custom iterators; send to what has no send.
class Custom:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter", end=" ")
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration("custom result")
        self.n -= 1
        return self.n


class Sendable(Custom):
    def send(self, v):
        print("send", v, end=" ")
        return ("sent", v)

    def throw(self, *args):
        print("throw", len(args), end=" ")
        return "thrown"

    def close(self):
        print("close", end=" ")


def d(it):
    r = yield from it
    print("result", repr(r))
    return r


for it in ([1, 2], "ab", (1,), {"k": 1}, range(2), {5}, (i for i in "xy"), Custom(2), Sendable(1), map(str, [1]), [], b"a"):
    print(list(d(it)))
g = d([1, 2, 3])
print(next(g), g.send(None))
try:
    g.send("value")
except AttributeError as e:
    print(e)
print(next(g, "finished"))
g = d(Sendable(3))
print(next(g))
print(g.send(7))
print(g.throw(ValueError("v")))
print(next(g))
g.close()
print()
g = d(Custom(3))
print(next(g))
try:
    g.send(1)
except AttributeError as e:
    print(e)
g = d(Custom(3))
next(g)
try:
    g.throw(KeyError("no throw method"))
except KeyError as e:
    print(repr(e))
g = d([1, 2])
next(g)
g.close()
print(next(g, "closed"))
for bad in (5, None, object(), len):
    try:
        next(d(bad))
    except TypeError as e:
        print(e)


def catches():
    while True:
        try:
            yield from [1, 2]
            break
        except ValueError:
            print("restart", end=" ")


g = catches()
print(next(g), next(g), g.throw(ValueError), next(g), next(g, "end"))
