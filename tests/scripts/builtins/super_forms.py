# super: with and without arguments, in class methods, static contexts, properties, multiple inheritance.
# python: 3.11
class A:
    attr = "A.attr"

    def f(self):
        return "A.f"

    @classmethod
    def c(cls):
        return f"A.c({cls.__name__})"

    @staticmethod
    def s():
        return "A.s"

    @property
    def p(self):
        return "A.p"

    def __len__(self):
        return 3

    def __getitem__(self, i):
        return f"A[{i}]"

    def __repr__(self):
        return "A-repr"


class M:
    def f(self):
        return "M.f>" + super().f()


class B(M, A):
    attr = "B.attr"

    def f(self):
        return "B.f>" + super().f()

    @classmethod
    def c(cls):
        return "B.c>" + super().c()

    @staticmethod
    def s():
        return "B.s>" + super(B, B).s()

    @property
    def p(self):
        return "B.p>" + super().p

    def __len__(self):
        return super().__len__() + 10

    def __getitem__(self, i):
        return "B>" + super().__getitem__(i)

    def __repr__(self):
        return "B>" + super().__repr__()

    def attrs(self):
        return self.attr, super().attr, super(M, self).attr, super(B, self).attr

    def later(self):
        return (lambda: super(B, self).f())(), [super(B, self).attr for _ in range(1)]

    def gen(self):
        yield super().f()

    async def coro(self):
        return super().f()


class C(B):
    def f(self):
        return "C.f>" + super().f()

    def skip(self):
        return super(B, self).f(), super(M, self).f()


b, c = B(), C()
print(b.f(), c.f(), B.c(), C.c(), b.s(), C.s(), b.p, c.p, len(b), b[5], b, c)
print(b.attrs(), c.skip(), b.later(), list(b.gen()), list(c.gen()))
try:
    c.coro().send(None)
except StopIteration as e:
    print(e.value)


def outside(self):
    return super().f()


B.outside = outside
for f in (lambda: b.outside(), lambda: super(), lambda: super(5), lambda: super(B, 5), lambda: super(B, A()), lambda: super(C, b), lambda: super(A, b).f(), lambda: super(B, b).nope, lambda: super(B, b)[1]):
    try:
        print(f())
    except (RuntimeError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class D(B):
    def f(self):
        self = 5
        try:
            return super().f()
        except TypeError as e:
            return str(e)

    def no_self():
        return super().f()


print(D().f())
try:
    D.no_self()
except RuntimeError as e:
    print(e)


class E(Exception):
    def __init__(self, x):
        super().__init__(f"wrapped {x}")


print(E(5), repr(E(6)), super(B, c).c(), super(C, C).s())
