# A dict whose keys have equal hashes but different types: who is asked, and how often.
class Key:
    def __init__(self, name, like):
        self.name = name
        self.hash = hash(like)
        self.like = like

    def __hash__(self):
        return self.hash

    def __eq__(self, other):
        print("  is", self.name, "equal to", getattr(other, "name", other))
        return other == self.like if not isinstance(other, Key) else self is other


class Name(str):
    def __hash__(self):
        return str.__hash__(self)

    def __eq__(self, other):
        print("  Name asked about", str(other))
        return str.__eq__(self, other)


a, one = Key("a", "a"), Key("one", 1)
table = {a: "key a", "b": "b"}
print(table["a"], table.get("a"), "a" in table)
table["a"] = "overwritten"
print(len(table), [value for value in table.values()])
table = {"a": 1, 1: 2}
print(table[a], table.get(one), a in table, one in table)
table[one] = 3
print(list(table.values()), table[True], table[1.0], table.get(2.0, "no"))
del table[one]
print(len(table), 1 in table, True in table)

names = {Name("x"): 1, "y": 2}
print(names["x"], names["y"], "z" in names)
names["x"] += 10
print(names[Name("y")], list(names.values()))

numbers = {}
for key in (0, False, 0.0, -0.0, 2 ** 61 - 1, -1, -2, 2 ** 70, float(2 ** 70), ""):
    numbers[key] = numbers.get(key, 0) + 1
print(numbers)
words = {}
for word in ("spam egg ham spam eggs a bc def ghij klmno klmnopqr klmnopqrs klmnopqrstuvwxyz0123 "
             "klmnopqrstuvwxyz0124 \u00e9t\u00e9 \u00e9te eggs spam ghij ghik klmnopqs").split():
    words[word] = words.get(word, 0) + 1
print(words)


class Changer:
    def __hash__(self):
        return hash("c")

    def __eq__(self, other):
        if table.pop("filler", None) is not None:
            table.clear()
            table["c"] = "made meanwhile"
        return False


table = {Changer(): 1, "filler": 2}
print(table.get("c"), list(table))
try:
    table["missing"]
except KeyError as error:
    print(repr(error))
try:
    table[[]]
except TypeError as error:
    print(error)
try:
    table[{}] = 1
except TypeError as error:
    print(error)
