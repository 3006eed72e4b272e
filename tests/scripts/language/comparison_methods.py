# Rich comparison methods: reflection, defaults, != from ==, hash disabled by __eq__.
class P:
    def __init__(self, x):
        self.x = x

    def __eq__(self, o):
        print("eq", end=" ")
        return self.x == o.x if isinstance(o, P) else NotImplemented

    def __lt__(self, o):
        print("lt", end=" ")
        return self.x < o.x if isinstance(o, P) else NotImplemented

    def __le__(self, o):
        print("le", end=" ")
        return self.x <= o.x


a, b, c = P(1), P(1), P(2)
print(a == b, a == c, a != b, a != c, a == 5, a != 5, 5 == a)
print(a < c, a > c, c > a, a <= b, a >= c)
print(a in [b], [a].index(b), [a] == [b], (c,) == (a,), [a, c].count(b))
try:
    a < 5
except TypeError as e:
    print(e)
try:
    5 > a
except TypeError as e:
    print(e)
try:
    hash(a)
except TypeError as e:
    print(e)
try:
    {a: 1}
except TypeError as e:
    print(e)
try:
    {a}
except TypeError as e:
    print(e)
print(P.__hash__, isinstance(object().__hash__(), int))


class H:
    def __init__(self, k):
        self.k = k

    def __eq__(self, o):
        return isinstance(o, H) and self.k == o.k

    def __hash__(self):
        return hash(self.k)

    def __repr__(self):
        return f"H({self.k})"


print({H(1), H(1), H(2)} == {H(2), H(1)}, len({H(1), H(1), H(2)}), {H(3): "v"}[H(3)], H(3) in {H(3): 1}, H(1) != H(2), hash(H(7)) == hash(7))


class Sub(P):
    def __eq__(self, o):
        print("Sub.eq", end=" ")
        return "sub"

    def __gt__(self, o):
        print("Sub.gt", end=" ")
        return "sub gt"


print(a == Sub(1), a < Sub(5), a != Sub(1))


class D:
    pass


d, e = D(), D()
print(d == d, d == e, d != e, d != d, hash(d) == hash(d), d in [e], d in {d})
try:
    d < e
except TypeError as err:
    print(err)


class NotBool:
    def __eq__(self, o):
        return []

    def __ne__(self, o):
        return "ne"

    def __ge__(self, o):
        return None


n = NotBool()
print(n == 1, n != 1, n >= 1, 1 <= n, n in [5], [n] == [5], not n == 1)


class BadHash:
    def __hash__(self):
        return "x"


try:
    hash(BadHash())
except TypeError as err:
    print(err)
