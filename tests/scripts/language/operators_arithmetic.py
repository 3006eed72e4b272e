# Arithmetic special methods, reflected operands, NotImplemented, subclass priority.
class V:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"V({self.n})"

    def __add__(self, o):
        print("add", end=" ")
        return V(self.n + (o.n if isinstance(o, V) else o)) if isinstance(o, (V, int)) else NotImplemented

    def __radd__(self, o):
        print("radd", end=" ")
        return V(o + self.n) if isinstance(o, int) else NotImplemented

    def __sub__(self, o):
        return ("sub", self.n, o)

    def __rsub__(self, o):
        return ("rsub", o, self.n)

    def __mul__(self, o):
        return ("mul", o)

    __rmul__ = __mul__

    def __truediv__(self, o):
        return ("truediv", o)

    def __rtruediv__(self, o):
        return ("rtruediv", o)

    def __floordiv__(self, o):
        return ("floordiv", o)

    def __mod__(self, o):
        return ("mod", o)

    def __rmod__(self, o):
        return ("rmod", o)

    def __divmod__(self, o):
        return ("divmod", o)

    def __pow__(self, o, m=None):
        return ("pow", o, m)

    def __rpow__(self, o):
        return ("rpow", o)

    def __lshift__(self, o):
        return ("lshift", o)

    def __rrshift__(self, o):
        return ("rrshift", o)

    def __and__(self, o):
        return ("and", o)

    def __ror__(self, o):
        return ("ror", o)

    def __xor__(self, o):
        return ("xor", o)

    def __matmul__(self, o):
        return ("matmul", o)

    def __rmatmul__(self, o):
        return ("rmatmul", o)

    def __neg__(self):
        return V(-self.n)

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return V(abs(self.n))

    def __round__(self, nd=None):
        return ("round", nd)


v = V(5)
print(v + V(1), v + 2, 3 + v, sum([V(1), V(2)]))
print(v - 1, 1 - v, v * 2, 2 * v, v / 1, 1 / v, v // 3, v % 2, 7 % v, divmod(v, 2), v ** 2, 2 ** v, pow(v, 2, 3))
print(v << 1, 1 >> v, v & 1, 1 | v, v ^ 1, v @ 1, [1] @ v, -v, +v, ~v, abs(V(-3)), round(v), round(v, 2), "%s" % v, [1] * 2)
for f in (lambda: v + "s", lambda: "s" + v, lambda: 1 // v, lambda: v >> 1, lambda: 1 << v, lambda: 1 & v, lambda: v | 1, lambda: 1 ^ v, lambda: 2.5 + v):
    try:
        print(f())
    except TypeError as e:
        print(e)


class W(V):
    def __radd__(self, o):
        return "W.radd first"

    def __rsub__(self, o):
        return "W.rsub first"


print(V(1) + W(2), V(1) - W(2), W(1) + V(2), W(1) - W(2))
