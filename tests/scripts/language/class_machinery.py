# Metaclasses, class hooks, descriptors, attribute hooks, reflected operators and subclasses of built-in types.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
# metaclasses
class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print('new', name, bases, sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('call', a, k)
        return super().__call__(*a, **k)
    def __len__(cls): return 42
    def __getitem__(cls, k): return k*2
    def __iter__(cls): return iter([1,2])
    def __contains__(cls, x): return x==3
    def __repr__(cls): return '<M %s>' % cls.__name__
    def __getattr__(cls, n):
        if n.startswith('dyn'): return n
        raise AttributeError(n)
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    @property
    def prop(cls): return 'prop of '+cls.__name__
    def meth(cls): return 'meth '+cls.__name__
class A(metaclass=Meta, foo=1):
    x = 1
    def __init__(self, a=0): self.a = a
print(A, type(A), len(A), A['q'], list(A), 3 in A, A.dyn1, A.prop, A.meth())
t(lambda: A.nope); t(lambda: A().prop); t(lambda: A().meth())
print(isinstance(5, A), isinstance(A(), A), isinstance(6,A), issubclass(int, A), issubclass(A,A), isinstance(5,(str,A)))
class B(A, bar=2): y=2
print(B, type(B), B().a, B(7).a)
class P(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print('prepare', name, bases, kw)
        return {'injected': 5}
class Q(metaclass=P): z=1
print(Q.injected, Q.z)
class M1(type): pass
class M2(type): pass
class C1(metaclass=M1): pass
class C2(metaclass=M2): pass
def f():
    class C3(C1,C2): pass
t(f)
class M3(M1,M2): pass
class C3(C1,C2,metaclass=M3): pass
print(type(C3))
def fmeta(name,bases,ns): return (name,bases,sorted(ns))
class F(metaclass=fmeta): a=1
print(F)
# __init_subclass__, __set_name__, __class_getitem__
class Base:
    subs=[]
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.subs.append((cls.__name__, tag))
class S1(Base, tag='t'): pass
class S2(S1): pass
print(Base.subs)
def g():
    class S3(Base, tagg=1): pass
t(g)
class D:
    def __set_name__(self, owner, name): self.n=(owner.__name__, name); print('set_name', self.n)
    def __get__(self, o, t=None): return ('get', o is None, t.__name__)
class DD(D):
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
class H:
    d=D(); dd=DD()
    def __class_getitem__(cls, k): return (cls.__name__, k)
h=H(); print(H.d, h.d, h.dd, H[3], H['a',1])
h.d=5; print(h.d, h.__dict__); h.dd=5; del h.dd; print(h.__dict__)
h.__dict__['dd']=7; print(h.dd)
class BadName:
    def __set_name__(self,o,n): raise ValueError('bad')
def g2():
    class X: b=BadName()
t(g2)
try: g2()
except RuntimeError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
# getattr hooks
class G:
    def __getattr__(self, n): print('getattr', n); return n.upper()
    x=1
    @property
    def p(self): raise AttributeError('inner')
g=G(); print(g.x, g.y, g.p, hasattr(g,'zz'))
class GA:
    def __getattribute__(self, n):
        print('ga', n)
        return super().__getattribute__(n)
    def __getattr__(self, n): return 'fallback '+n
    z=3
g=GA(); print(g.z, g.w); g.q=1; print(g.q)
class SA:
    def __setattr__(self, n, v): print('set', n, v); super().__setattr__(n, v*2)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
s=SA(); s.a=2; print(s.a); del s.a; t(lambda: s.a)
# reflected & inplace
class N:
    def __init__(s,v): s.v=v
    def __add__(s,o): print('add'); return NotImplemented
    def __radd__(s,o): print('radd'); return 'r'
    def __iadd__(s,o): print('iadd'); s.v+=o; return s
    def __eq__(s,o): print('eq'); return NotImplemented
    def __lt__(s,o): print('lt'); return NotImplemented
    def __gt__(s,o): print('gt'); return 'gt!'
    __hash__=None
class N2(N):
    def __radd__(s,o): print('radd2'); return 'r2'
n=N(1); m=N2(2)
t(lambda: n+1); t(lambda: 1+n); t(lambda: n+m); t(lambda: m+n); t(lambda: n+n); n+=5; print(n.v)
t(lambda: n==m); t(lambda: n<m); t(lambda: n<=m); t(lambda: n>m); t(lambda: n!=m); t(lambda: hash(n)); t(lambda: [1]+n); t(lambda: 'a'+n); t(lambda: (1,)+n); t(lambda: {n})
class L(list):
    def __getitem__(self,i): return ('L', super().__getitem__(i))
    def append(self,x): super().append(x); return self
    def __len__(self): return 99
    def __eq__(self,o): return 'eq'
    def __contains__(self,x): return True
l=L([1,2]); l.append(3); print(l[0], l[-1], len(l), l==5, l!=5, 9 in l, list(l), l, l+[4], type(l+[4]), bool(l), l<[2])
t(lambda: hash(l))
class Di(dict):
    def __missing__(self,k): return 'missing '+str(k)
    def __setitem__(self,k,v): super().__setitem__(k, v*2)
d=Di(a=1); d['b']=2; print(d, d['z'], d.get('z'), 'z' in d, type(d.copy()))
class I(int):
    def __new__(cls, v, extra=None):
        self=super().__new__(cls, v); self.extra=extra; return self
    def __add__(self,o): return I(int(self)+o, 'sum')
    def __repr__(self): return 'I(%d)' % self
i=I(5,'e'); print(i, i+1, (i+1).extra, i*2, type(i*2), i==5, hash(i)==hash(5), [0]*I(2), {5:1}[i], i<6, -i, 10-i, str(i), f'{i:04d}', int.__repr__(i), i.extra)
class St(str):
    def __eq__(self,o): return True
    __hash__=str.__hash__
s=St('abc'); print(s=='x', s.upper(), type(s.upper()), len(s), s+'d', s[0], {s:1}, s!='abc')
class T(tuple):
    def __new__(cls,*a): return super().__new__(cls,a)
    @property
    def first(self): return self[0]
x=T(1,2,3); print(x, x.first, x+(4,), type(x+(4,)), x==(1,2,3), hash(x)==hash((1,2,3)))
class Fl(float): pass
x=Fl(1.5); x.q=1; print(x, x+1, type(x+1), x.q, x==1.5)
class Ex(ValueError):
    def __init__(self, code, *a): super().__init__(code, *a); self.code=code
    def __str__(self): return 'Ex:%s' % self.code
e=Ex(5,6); print(repr(e), str(e), e.args, e.code, e.__dict__)
class Ex2(Exception):
    def __init__(self, a, b): self.a=a
e=Ex2(1,b=2); print(repr(e), e.args, e.a)
class Call:
    def __call__(self,*a,**k): return a,k
print(Call()(1,x=2), callable(Call()))
class NoneInit:
    def __init__(self): return 5
t(NoneInit)
class NewOther:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(NewOther())
class Ctx:
    def __enter__(self): return 'entered'
    def __exit__(self,*a): print(a[0]); return True
with Ctx() as c: print(c); 1/0
class Cnt:
    n=0
    def __init__(self): type(self).n+=1; Cnt.n+=1
Cnt();Cnt(); print(Cnt.n)
class Dyn: pass
d1=Dyn(); Dyn.m=lambda self: 'm1'; print(d1.m()); Dyn.m=lambda self:'m2'; print(d1.m()); d1.m=lambda: 'own'; print(d1.m()); del d1.m; print(d1.m()); Dyn.__len__=lambda s: 3; print(len(d1)); del Dyn.__len__; t(lambda: len(d1)); Dyn.__call__=lambda s,x: x; print(d1(4)); Dyn.__eq__=lambda s,o: 'E'; print(d1==1); Dyn.__getattr__=lambda s,n: n; print(d1.foo); del Dyn.__getattr__; t(lambda: d1.foo)
class Sub(Dyn): pass
Dyn.__len__=lambda s: 8; print(len(Sub())); Sub.__len__=lambda s: 9; print(len(Sub())); del Sub.__len__; print(len(Sub()))
a1=Dyn(); a1.__class__=Sub; print(type(a1).__name__)
