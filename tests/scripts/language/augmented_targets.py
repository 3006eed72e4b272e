# +=, -=...: names, attributes, items, slices; each part evaluated once.
def note(x):
    print("eval", x)
    return x


class Box:
    def __init__(self):
        self.items = [1, 2, 3]
        self.n = 5


box = Box()


def get_box():
    print("box")
    return box


get_box().n += note(2)
get_box().items[note(0)] *= note(10)
box.items[1:] += [4]
print(box.n, box.items)
x = 10
x -= 3; x *= 2; x //= 4; x **= 3; x %= 10; x <<= 3; x >>= 1; x |= 3; x &= 30; x ^= 5
print(x)
x /= 2
print(x)
text = "a"
text += "b" * 2
text *= 2
print(text)
t = (1,)
t += 2, 3
items = alias = [1]
items += "ab"
items *= 2
print(t, items, alias is items)
s = {1, 2}
s |= {3}; s &= {2, 3}; s ^= {3, 4}; s -= {4}
d = {"a": 1}
d |= {"b": 2}
print(s, d)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)


class Odd:
    def __iadd__(self, other):
        return f"iadd {other}"

    def __sub__(self, other):
        return f"sub {other}"


o = p = Odd()
o += 1
p -= 2
print(o, p)
for bad in ("undefined += 1", "x = None; x += 1", "(5).real += 1", "'a'[0] += 'b'", "x = []; x[0] += 1"):
    try:
        exec(bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
