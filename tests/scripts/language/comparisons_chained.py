# a < b < c: each operand once, short cut, all operators mixed.
def note(x):
    print(x, end=" ")
    return x


print(note(1) < note(2) < note(3), note(3) < note(2) < note(1), note(1) == note(1) != note(2) in [2], 1 < 2 > 1 <= 1 >= 0)
print(1 is 1 is not None, 1 in [1] in [[1]], "a" in "abc" in ["abc"], not 1 < 2 < 3, not (1 < 2) == False, 1 < 2 == True)


class Weird:
    def __lt__(self, other):
        return "lt"

    def __gt__(self, other):
        return []

    def __eq__(self, other):
        return NotImplemented


w = Weird()
print(w < 1, w > 1, 1 < w, 1 > w, w < 1 < 2, w > 1 > 2, w == 1, w != 1, w == w)
for bad in ("1 < 'a'", "None < None", "[] < {}", "w <= 1", "1 in 5", "'a' < 1 < undefined", "{} > {}", "1j_ < 2" if False else "object() < object()"):
    try:
        print(eval(bad))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
print([1, 2] < [1, 3] < [2], (1,) < (1, 0), "a" < "b" < "ba", {1} < {1, 2} <= {1, 2}, float("nan") == float("nan"), [float("nan")] == [0])
if 1 in [1] in [[1]] and 1 in {1} in [{1}] and not 2 in [1] in [[1]]:
    print("the display in the middle is a list, a set")
