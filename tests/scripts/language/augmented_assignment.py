# Augmented assignment: every operator, every kind of target, in place or not.
n = 10
for step in ("+=", "-=", "*=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "/="):
    if step == "+=":
        n += 5
    elif step == "-=":
        n -= 3
    elif step == "*=":
        n *= 4
    elif step == "//=":
        n //= 5
    elif step == "%=":
        n %= 7
    elif step == "**=":
        n **= 5
    elif step == "<<=":
        n <<= 3
    elif step == ">>=":
        n >>= 1
    elif step == "&=":
        n &= 0xFC
    elif step == "|=":
        n |= 3
    elif step == "^=":
        n ^= 1
    else:
        n /= 4
    print(step, n)
a = [1, 2]
alias = a
a += [3]
a += "xy"
a += (i for i in (7, 8))
print(a, alias is a)
a *= 2
print(len(a), alias is a)
t = (1,)
u = t
t += (2,)
print(t, u, t is u)
s = {1, 2}
same = s
s |= {3}
s -= {1}
s &= {2, 3, 4}
s ^= {4}
print(s, same is s)
d = {"a": 1}
d |= {"b": 2}
d["a"] += 10
print(d)
text = "ab"
text += "c"
text *= 2
print(text)


def index():
    print("index evaluated")
    return 1


lst = [1, 2, 3]
lst[index()] += 10
lst[0:2] += [99]
print(lst)


class Counter:
    total = 5


c = Counter()
c.total += 1
print(c.total, Counter.total)
pair = ([], 1)
try:
    pair[0] += [5]
except TypeError as e:
    print(e, pair)
for f in (lambda x: x.__iadd__(1),):
    try:
        f([])
    except TypeError as e:
        print(e)
try:
    text += 1
except TypeError as e:
    print(e)
try:
    n -= "a"
except TypeError as e:
    print(e)
