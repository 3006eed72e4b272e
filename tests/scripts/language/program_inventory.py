# A program of one file: an inventory with orders, discounts, errors and a report.
from collections import defaultdict
from dataclasses import dataclass, field


class OutOfStock(Exception):
    def __init__(self, name, wanted, left):
        super().__init__(f"{name}: wanted {wanted}, left {left}")
        self.name, self.wanted, self.left = name, wanted, left


@dataclass(order=True)
class Item:
    name: str
    price: float
    count: int = 0
    tags: set[str] = field(default_factory=set, compare=False)

    @property
    def value(self) -> float:
        return self.price * self.count


class Inventory:
    def __init__(self):
        self._items: dict[str, Item] = {}
        self.log = defaultdict(list)

    def __len__(self):
        return sum(item.count for item in self._items.values())

    def __contains__(self, name):
        return name in self._items

    def __iter__(self):
        return iter(sorted(self._items.values()))

    def __getitem__(self, name):
        try:
            return self._items[name]
        except KeyError:
            raise KeyError(f"no item {name!r}") from None

    def add(self, name, price, count=1, *tags):
        item = self._items.setdefault(name, Item(name, price))
        item.count += count
        item.tags |= set(tags)
        self.log["add"].append((name, count))
        return self

    def take(self, name, count=1):
        item = self[name]
        if item.count < count:
            raise OutOfStock(name, count, item.count)
        item.count -= count
        self.log["take"].append((name, count))
        return item.price * count


def order(inventory, wanted):
    total, missing = 0, []
    for name, count in wanted.items():
        try:
            total += inventory.take(name, count)
        except OutOfStock as e:
            missing.append((e.name, e.wanted - e.left))
        except KeyError as e:
            missing.append((e.args[0], count))
    match missing:
        case []:
            return f"complete: {total:.2f}"
        case [(name, count)]:
            return f"{total:.2f}, missing {count} x {name}"
        case [*several]:
            return f"{total:.2f}, missing {len(several)} kinds"


stock = Inventory()
stock.add("pen", 1.25, 10, "office").add("book", 12.5, 3).add("pen", 1.25, 5, "school").add("lamp", 30, 1)
print(len(stock), "pen" in stock, "cup" in stock, [i.name for i in stock], sorted(stock["pen"].tags))
print(order(stock, {"pen": 4, "book": 1}), order(stock, {"lamp": 2}), order(stock, {"cup": 1, "book": 9, "pen": 1}), sep="\n")
print(f"{'item':<6}|{'count':>5}|{'value':>8}")
for item in stock:
    print(f"{item.name:<6}|{item.count:>5}|{item.value:>8.2f}")
print(f"{sum(i.value for i in stock):>21.2f}", dict(stock.log))
