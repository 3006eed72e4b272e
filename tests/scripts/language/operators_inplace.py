# In-place operators: __iadd__ and friends, and the fallback to the plain ones.
class Acc:
    def __init__(self):
        self.log = []

    def __iadd__(self, o):
        self.log.append(("+=", o))
        return self

    def __isub__(self, o):
        self.log.append(("-=", o))
        return self

    def __imul__(self, o):
        self.log.append(("*=", o))
        return self

    def __itruediv__(self, o):
        self.log.append(("/=", o))
        return self

    def __ifloordiv__(self, o):
        self.log.append(("//=", o))
        return self

    def __imod__(self, o):
        self.log.append(("%=", o))
        return self

    def __ipow__(self, o):
        self.log.append(("**=", o))
        return self

    def __iand__(self, o):
        self.log.append(("&=", o))
        return self

    def __ior__(self, o):
        self.log.append(("|=", o))
        return self

    def __ixor__(self, o):
        self.log.append(("^=", o))
        return self

    def __ilshift__(self, o):
        self.log.append(("<<=", o))
        return self

    def __irshift__(self, o):
        return "replaced"

    def __imatmul__(self, o):
        return NotImplemented

    def __matmul__(self, o):
        return "fell back to matmul"


a = Acc()
same = a
a += 1
a -= 2
a *= 3
a /= 4
a //= 5
a %= 6
a **= 7
a &= 8
a |= 9
a ^= 10
a <<= 11
print(a.log, a is same)
a >>= 12
print(a)
b = Acc()
b @= 1
print(b)


class Plain:
    def __add__(self, o):
        return f"plain add {o}"

    def __rsub__(self, o):
        return f"rsub {o}"


p = Plain()
p += 5
n = 10
n -= Plain()
print(p, n)
holder = {"acc": Acc(), "list": [1]}
holder["acc"] += "item"
holder["list"] += (2, 3)
print(holder["acc"].log, holder["list"])


class Attr:
    def __init__(self):
        self.acc = Acc()
        self.n = 1


h = Attr()
h.acc += 1
h.n += 1
h.n **= 3
print(h.acc.log, h.n)
try:
    q = Plain()
    q *= 2
except TypeError as e:
    print(e)
try:
    q = 5
    q @= 2
except TypeError as e:
    print(e)
