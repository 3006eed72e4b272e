# Is it in the set? Items of equal hashes but different types, and what a comparison may do to the set.
class Item:
    def __init__(self, name, like):
        self.name = name
        self.like = like

    def __hash__(self):
        return hash(self.like)

    def __eq__(self, other):
        print("  is", self.name, "equal to", getattr(other, "name", other))
        return other == self.like if not isinstance(other, Item) else self is other


one, text = Item("one", 1), Item("text", "text")
print(1 in {one}, True in {one}, one in {1}, 2 in {one}, one in {one})
print("text" in {text}, text in {"text"}, "text" in {1, "text", 2.5}, text in {text})
items = {one, 2}
items.add(1)
items.add(2.0)
print(len(items))
items.discard(1)
print(len(items), 1 in items, 2 in items)
nan = float("nan")
print(nan in {nan}, float("nan") in {nan}, 0.0 in {-0.0}, -0.0 in {0}, False in {0}, 2 ** 70 in {2.0 ** 70})
numbers = {i * 8 for i in range(40)} | {-1, -2, 2 ** 61 - 1, 2 ** 61 - 2}
print([n for n in range(-3, 50) if n in numbers], 2 ** 61 - 1 in numbers, -2 in numbers, 2 ** 61 in numbers)
print(sum(n in numbers for n in range(320)), list(numbers))
print({1} in {frozenset([1])}, frozenset([2]) in {frozenset([1])}, () in {()}, (1, "a") in {(1, "a")})
print(1 in set(), "x" in frozenset(), None in {None}, ... in {None})
for wrong in ([], {}):
    try:
        print(wrong in {1})
    except TypeError as error:
        print(error)


class Changer:
    def __hash__(self):
        return 5

    def __eq__(self, other):
        changing.clear()
        changing.add(5)
        return False


changing = {Changer(), 7}
print(5 in changing, len(changing))
small = set()
for i in range(6):
    small = small | {i} | {i + 100}
    print(len(small), list(small), list(small - {i}), list(small & {1, 2, 3, 103}))
