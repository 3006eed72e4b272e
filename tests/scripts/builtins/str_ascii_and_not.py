# Characters, comparisons and parts of strings, ASCII or not.
strings = ["", "a", "b", "ab", "abc", "abd", "\u00e9", "ab\u00e9", "z\u00e9z", "\U0001f600x", "\udc80", "A" * 20, "A" * 19 + "B"]
for s in strings:
    print(ascii(s), [ascii(c) for c in s], [ascii(s[i]) for i in range(-len(s), len(s))][:6])
    print("  ", *(f"{s < t:d}{s <= t:d}{s == t:d}{s != t:d}{s >= t:d}{s > t:d}" for t in strings))
    if s == "ab" or s != "ab" and s < "b" or "abc" <= s:
        print("   chosen")


def error(action):
    try:
        print(ascii(action()))
    except Exception as e:
        print(type(e).__name__, e)


class Shout(str):
    def __eq__(self, other):
        return "eq"

    def __lt__(self, other):
        return "lt"

    def __getitem__(self, index):
        return "item"

    __hash__ = str.__hash__


loud = Shout("loud")
print(loud == "loud", "loud" == loud, loud < "a", "a" > loud, loud[0], loud > "a", [c for c in loud])
error(lambda: "ab"[2])
error(lambda: "ab"[-3])
error(lambda: "\u00e9b"[2])
error(lambda: ""[0])
error(lambda: "ab"[True])
error(lambda: "ab"["a"])
error(lambda: "a" < 1)
error(lambda: "a" == 1)
print([a < b for a, b in [(1, 1.5), (1.5, 1), (2 ** 53, 2.0 ** 53), (2 ** 53 + 1, 2.0 ** 53), (2.0 ** 53, 2 ** 53 + 1)]])
print([a == b for a, b in [(1, 1.0), (0, 0.0), (0, -0.0), (2 ** 53 + 1, 2.0 ** 53), (-(2 ** 62), -(2.0 ** 62)), (2 ** 60 + 1, 2.0 ** 60)]])
print([a >= b for a, b in [(-3, -3.5), (-3.5, -3), (5, float("nan")), (float("inf"), 5), (0.0, 0), (2 ** 53 + 1, 2.0 ** 53)]])
x, y, nan = 0.5, 3, float("nan")
if x < y and y > x and not nan < y and not nan == y and nan != y and y >= 3.0 and 0.0 == y - 3:
    print("floats and ints")
text = " a  b\u2003c\u00a0d\te\x1cf\u200bg  "
print([ascii(p) for p in text.split()], [ascii(p) for p in text.split(None, 2)], [ascii(p) for p in text.rsplit(None, 1)])
print("a,b,,c,".split(","), ",".split(","), "".split(","), "\u00e9,b".split(","), "abc".split("c"), "a--b-c".split("--"))
long = "x" * 40 + "," + "y" * 15 + "," + "z"
print([len(p) for p in long.split(",")], long.find(","), long.find("z"), long.count("y"), long.replace("x" * 39, "-"))
print(ascii("\u00e9".join(["a", "\u00e8", ""])), len("\u00e9".join("abc")), "".join(["\u00e9"] * 3) == "\u00e9" * 3)
