# Metaclasses: type() hands over to the most derived one, __prepare__, __call__, what a class gets from its own class.
class M(type):
    def __new__(m, *a, **k):
        print("M.new", a[0]); return super().__new__(m, *a)
    def __init__(c, *a, **k): print("M.init", a[0]); super().__init__(*a)
class A(metaclass=M): pass
B = type("B", (A,), {}); print(type(B))
C = type.__new__(type, "C", (A,), {}); print(type(C))
class N(type): pass
class D(metaclass=N): pass
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: type("E", (A, D), {}))
t(lambda: M("F", (D,), {}))
t(lambda: type(5)); t(lambda: type()); t(lambda: type(1,2)); t(lambda: type("x", 5, {})); t(lambda: type(5, (), {})); t(lambda: type("x", (), 5)); t(lambda: type("x", (5,), {}))
t(lambda: type("a b", (), {"x": 1})().x)
X = type("X", (), dict(a=1, m=lambda self: self.a)); print(X().m(), X.__module__, X.__qualname__, X.__name__, X.__bases__)
def meta(name, bases, ns): print("meta", name, bases, sorted(k for k in ns if k[0]!='_')); return 5
class Y(metaclass=meta): z = 1
print(Y)
class P(type):
    @classmethod
    def __prepare__(m, name, bases, **k): print("prepare", name, k); return {"given": 1}
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **k): pass
class Q(metaclass=P, key=2): pass
print(Q.given)
class S(Q, key=3): pass
print(type(S), S.given)
print(isinstance(Q, P), isinstance(P, type), type(P), P.__mro__)
class Single(type):
    inst = {}
    def __call__(c, *a):
        if c not in c.inst: c.inst[c] = super().__call__(*a)
        return c.inst[c]
    def __len__(c): return 3
    def __iter__(c): return iter('abc')
    def __contains__(c, x): return x == 1
    def __getattr__(c, n): return 'meta ' + n
    def __eq__(c, o): return True
    def __hash__(c): return 1
    def __repr__(c): return 'Single!'
    @property
    def prop(c): return 'prop'
class Z(metaclass=Single):
    def __init__(self, *a): print('init')
print(Z(1) is Z(2), len(Z), list(Z), 1 in Z, Z.foo, Z.prop, Z, [Z]); t(lambda: Z().prop)
print(Z.__class__, Z.__dict__.get('__module__'), Z == 5)
class Abc(type):
    def __instancecheck__(c, o): return o == 1
    def __subclasscheck__(c, o): return o is int
class AA(metaclass=Abc): pass
print(isinstance(1, AA), isinstance(2, AA), issubclass(int, AA), issubclass(str, AA))
