# collections.Counter: counting, most_common, arithmetic, missing keys.
from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["z"], len(c), c.most_common(2), c.most_common(), c.total(), list(c), sorted(c.elements()))
print(Counter(), Counter([1, 1, 2]), Counter({"a": 3, "b": 0}), Counter(a=1, b=2), Counter(x for x in "aab"), Counter(["the", "cat", "the"]))
c.update("aaa")
c.update({"z": 5}, q=1)
print(c)
c.subtract("aaaaab")
c.subtract({"z": 10})
print(c, +c, -c)
a, b = Counter(x=3, y=1), Counter(x=1, y=2, z=5)
print(a + b, a - b, a & b, a | b, b - a, a == b, a == Counter(y=1, x=3), a <= b, a != b, Counter(x=1) < a, a == {"x": 3, "y": 1}, Counter(a=0) == Counter())
a += b
print(a)
a -= Counter(x=4)
a |= Counter(w=1)
a &= Counter(w=9, y=1)
print(a)
d = Counter("hello")
del d["l"]
del d["nope"]
d["new"] += 1
d["h"] = 10
print(d, "l" in d, d.get("l"), d.get("q", 7), dict(d), d.pop("h"), d.items(), d.keys(), isinstance(d, dict), d.copy(), bool(Counter()))
print(list(Counter(a=2, b=0, c=-1, d=1).elements()), Counter("aabbc").most_common(0), Counter("aabbc").most_common(100), Counter("bbaac").most_common(2), Counter([3, 1, 3, 2, 1]).most_common())
print(max(Counter("mississippi").items(), key=lambda kv: kv[1]), sorted(Counter("banana").items()), {k: v for k, v in Counter("zzy").items()}, sum(Counter("abc").values()), Counter(map(len, ["a", "bb", "cc"])))
for f in (lambda: Counter(5), lambda: Counter([[]]), lambda: Counter("a") + 5, lambda: Counter("a").most_common("x"), lambda: Counter.fromkeys("ab"), lambda: Counter(1, 2), lambda: Counter()["missing"]):
    try:
        print(f())
    except (TypeError, NotImplementedError) as e:
        print(type(e).__name__, e)


class Loud(Counter):
    def __missing__(self, key):
        return "missing!"


print(Loud()["x"], Counter("a")["b"], Counter(a=1) - Counter(a=1), Counter("ab") & Counter("bc"), Counter("ab") | Counter("bc"))
words = "the quick brown the lazy dog the end".split()
for word, n in Counter(words).most_common(3):
    print(f"{word:<6}{'*' * n}")
