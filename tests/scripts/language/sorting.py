# sort and sorted: stability, key, reverse, comparison of mixed sequences, __lt__ only.
# python: 3.11
data = [("b", 2), ("a", 2), ("c", 1), ("a", 1), ("b", 1)]
print(sorted(data), sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[0]))
print(sorted(data, key=lambda p: p[1], reverse=True), sorted(data, reverse=True), list(reversed(sorted(data, key=lambda p: p[1]))))
print(sorted("hello world"), sorted({"z": 1, "a": 2}), sorted([True, 0, 2.5, -1]), sorted([]), sorted([[2], [1, 5], [1]]), sorted(range(5), key=lambda x: -x))
words = ["banana", "Apple", "cherry", "apple", "Banana", "fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)), sorted(words, key=lambda w: w[-1]))
compared = []


class Item:
    def __init__(self, n, tag):
        self.n = n
        self.tag = tag

    def __lt__(self, other):
        compared.append((self.n, other.n))
        return self.n < other.n

    def __repr__(self):
        return f"{self.n}{self.tag}"


items = [Item(3, "a"), Item(1, "b"), Item(3, "c"), Item(2, "d"), Item(1, "e")]
print(sorted(items), compared)
print(sorted(items, reverse=True), min(items), items)
keys = []
print(sorted([3, 1, 2], key=lambda x: keys.append(x) or -x), keys)
n = 500
x = 12345
nums = []
for _ in range(n):
    x = (x * 1103515245 + 12345) % 2147483648
    nums.append(x % 100)
pairs = [(v, i) for i, v in enumerate(nums)]
by_key = sorted(pairs, key=lambda p: p[0])
print(by_key == sorted(pairs), sorted(nums)[:10], sorted(nums)[-3:], nums == [v for v, _ in pairs])
nums.sort()
nums.sort(reverse=True)
print(nums[:5], all(a >= b for a, b in zip(nums, nums[1:])))
for bad in ([1, "a"], [None, None], [{}, {}], [1, None]):
    try:
        sorted(bad)
    except TypeError as e:
        print(e)
partial = [3, 2, "x", 1]
try:
    partial.sort()
except TypeError as e:
    print(e, sorted(map(str, partial)))


def angry(x):
    if x == 2:
        raise ValueError("key failed")
    return x


try:
    sorted([1, 2, 3], key=angry)
except ValueError as e:
    print(e)
try:
    sorted([1], lambda x: x)
except TypeError as e:
    print(e)
print(sorted([float("inf"), -1, 0.5, float("-inf")]), [1, 3, 2].sort())
