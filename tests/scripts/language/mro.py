# C3 linearisation, cooperative super in diamonds, and orders that cannot be.
# python: 3.11
class A:
    def go(self):
        print("A", end=" ")


class B(A):
    def go(self):
        print("B", end=" ")
        super().go()


class C(A):
    def go(self):
        print("C", end=" ")
        super().go()


class D(B, C):
    def go(self):
        print("D", end=" ")
        super().go()


class E(C, B):
    pass


class F(D):
    pass


class Mixin:
    def go(self):
        print("Mixin", end=" ")
        super().go()


class G(Mixin, D):
    pass


for cls in (A, B, C, D, E, F, G):
    cls().go()
    print([k.__name__ for k in cls.__mro__], cls.mro() == list(cls.__mro__))


class X:
    pass


class Y:
    pass


class XY(X, Y):
    pass


class YX(Y, X):
    pass


try:
    class Impossible(XY, YX):
        pass
except TypeError as e:
    print(e)
try:
    class Dup(X, X):
        pass
except TypeError as e:
    print(e)
try:
    class Order(X, XY):
        pass
except TypeError as e:
    print(e)


class O:
    pass


class K1(O):
    pass


class K2(O):
    pass


class K3(O):
    pass


class L1(K1, K2):
    pass


class L2(K2, K3):
    pass


class M(L1, L2, K3):
    pass


print([k.__name__ for k in M.__mro__])


class Init1:
    def __init__(self, **kw):
        print("Init1", kw)
        super().__init__(**kw)


class Init2:
    def __init__(self, b, **kw):
        print("Init2", b, kw)
        super().__init__(**kw)


class Both(Init1, Init2):
    def __init__(self, a, **kw):
        print("Both", a)
        super().__init__(**kw)


Both(a=1, b=2)
