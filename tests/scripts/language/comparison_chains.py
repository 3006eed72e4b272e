# Chained comparisons evaluate each operand once and stop at the first false one.
def v(x):
    print("v", x, end="; ")
    return x


print(v(1) < v(2) < v(3))
print(v(1) < v(0) < v(3))
print(v(3) > v(2) == v(2) != v(5))
print(v(1) <= v(1) >= v(1) is v(1))
print(v(1) in [v(1)] == [1])
print(1 < 2 > 1, 1 == 1 == 1, 1 != 2 != 1, (1 < 2) == True, 1 < (2 == True), (3 > 2) is (2 > 1))
print("a" < "b" < "c", "abc" < "abd", "Z" < "a", "" < "a", "a" < "aa", "é" > "z")
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], (1, "a") < (1, "b"), (2,) > (1, 9), [1, [2]] == [1, [2]])
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} < {2}, {1} > {2}, {1, 2} >= {2}, {1} == {1.0})
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2}, {} == {}, {} == [], () == [], 1 == "1")
print(None == None, None is None, None == 0, None != 0, not None is None)
print(1 == 1.0 == True, 0 == False == 0.0, [1.0, True] == [1, 1], (0.0,) == (-0.0,))
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(2) == [0, 1])
print(b"a" < b"b", b"a" == "a", bytes([1]) == b"\x01")
bad = [(1, "a"), ("a", 1), ([1], (1,)), (None, 1), ({}, {}), (1, None), (len, len), (object, 1)]
for a, b in bad:
    try:
        print(a < b)
    except TypeError as e:
        print(e)
    try:
        print(a >= b)
    except TypeError as e:
        print(e)


class Tri:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n, other.n, end="; ")
        return "less" if self.n < other.n else ""


print(repr(Tri(1) < Tri(2) < Tri(3)), repr(Tri(2) < Tri(1) < Tri(3)), repr(Tri(1) > Tri(0)))
