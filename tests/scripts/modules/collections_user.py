# UserDict, UserList, UserString: to derive from.
from collections import UserDict, UserList, UserString


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)


d = Lower({"A": 1}, B=2)
d["C"] = 3
d.update(D=4)
print(d, d.data, len(d), "a" in d, "A" in d, d.get("x", 0), list(d.items()), d == {"a": 1, "b": 2, "c": 3, "d": 4})
print(d.pop("a"), d.setdefault("E", 5), d | {"F": 6}, type(d | {}).__name__, d.copy(), Lower.fromkeys("XY", 0))
try:
    d["nothing"]
except KeyError as e:
    print(repr(e))


class Missing(UserDict):
    def __missing__(self, key):
        return key * 2


print(Missing()["ab"])
items = UserList([3, 1, 2])
items.append(0)
items.sort()
print(items, items[1:], type(items[1:]).__name__, items + [9], [9] + items, items * 2, items == [0, 1, 2, 3], len(items))
items.extend(UserList([5]))
items.remove(5)
items.insert(0, 7)
print(items.pop(), items.index(1), items.count(1), items, list(reversed(items)), 7 in items)
s = UserString("Hello")
print(s, repr(s), s.upper(), type(s.upper()).__name__, s + " x", s[1], s[::-1], "ell" in s, len(s), s == "Hello", s.split("l"))
print(s.replace("l", "L"), s * 2, s.startswith("He"), s.find("o"), hash(s) == hash("Hello"), s < "I", UserString(12), s % ())
