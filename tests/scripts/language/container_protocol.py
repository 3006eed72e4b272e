# Containers: __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __reversed__, __missing__.
class Deck:
    def __init__(self, items):
        self.items = list(items)

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Deck(self.items[i])
        if isinstance(i, tuple):
            return [self.items[k] for k in i]
        return self.items[i]

    def __setitem__(self, i, v):
        print("set", i, v)
        self.items[i] = v

    def __delitem__(self, i):
        print("del", i)
        del self.items[i]

    def __repr__(self):
        return f"Deck({self.items})"


d = Deck("abcde")
print(len(d), d[0], d[-1], d[1:3], d[::2], d[0, 2], list(d), "c" in d, "z" in d, list(reversed(d)), bool(d), bool(Deck("")))
d[0] = "A"
d[1:3] = "xyz"
del d[-1], d[0:1]
d[0] += "!"
print(d, max(d), sorted(d), [x for x in d], tuple(d), dict(enumerate(d)), list(zip(d, d)), "-".join(d), [*d], list(map(str.upper, d)))
first, *rest = d
print(first, rest)
for i, x in enumerate(d):
    print(i, x, end="; ")
print()


class Bag:
    def __init__(self):
        self.d = {}

    def __iter__(self):
        return iter(sorted(self.d))

    def __reversed__(self):
        return iter("custom reversed")

    def __contains__(self, k):
        return k == "magic" or k in self.d

    def __setitem__(self, k, v):
        self.d[k] = v

    def keys(self):
        return self.d.keys()

    def __getitem__(self, k):
        return self.d[k]


b = Bag()
b["x"], b["w"] = 1, 2
print(list(b), "magic" in b, "x" in b, list(reversed(b))[:6], {**b}, dict(b), bool(b))


def show(**kw):
    return kw


print(show(**b))
bad = [("len neg", -1), ("len str", "a"), ("len float", 1.0)]
for label, value in bad:
    class L:
        def __len__(self):
            return value

    try:
        print(len(L()))
    except (ValueError, TypeError) as e:
        print(label, type(e).__name__, e)


class Nothing:
    pass


n = Nothing()
for f in (lambda: len(n), lambda: n[0], lambda: list(n), lambda: reversed(n), lambda: [*n], lambda: n(), lambda: -n, lambda: n + n):
    try:
        f()
    except TypeError as e:
        print(e)
try:
    n[0] = 1
except TypeError as e:
    print(e)
try:
    del n[0]
except TypeError as e:
    print(e)
