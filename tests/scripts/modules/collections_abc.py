# collections.abc: which built-in types are what; mixin methods of own containers.
from collections.abc import *
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for c in [Iterable, Iterator, Sized, Container, Collection, Sequence, MutableSequence, Mapping, MutableMapping, Set, MutableSet, Hashable, Callable, Awaitable, Coroutine, AsyncIterable, AsyncIterator, Generator, AsyncGenerator, Reversible, KeysView, ItemsView, ValuesView]:
    async def co(): pass
    async def ag(): yield
    k=co()
    print(c.__name__, c, ''.join('01'[isinstance(o,c)] for o in [[],(),{},set(),frozenset(),'s',b'b',1,None,len,iter([]),iter({}),(x for x in []),k,ag(),range(3),{}.keys(),{}.items(),{}.values(),zip(),map(len,[]),object(), int]))
    k.close()
class D(Mapping):
    def __init__(self,d): self.d=d
    def __getitem__(self,k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
d=D({'a':1,'b':2}); print(d.get('a'), d.get('z',3), 'a' in d, list(d.items()), list(d.keys()), list(d.values()), d=={'a':1,'b':2}, dict(d), d.keys()&{'a'}, ('a',1) in d.items(), 2 in d.values())
t(lambda: Mapping()); t(lambda: MutableMapping())
class S(Sequence):
    def __getitem__(self,i): return [1,2,3][i]
    def __len__(self): return 3
s=S(); print(list(s), 2 in s, s.index(3), s.count(1), list(reversed(s))); t(lambda: s.index(9))
class MS(MutableSet):
    def __init__(self,it=()): self.l=list(dict.fromkeys(it))
    def __contains__(self,x): return x in self.l
    def __iter__(self): return iter(self.l)
    def __len__(self): return len(self.l)
    def add(self,x):
        if x not in self.l: self.l.append(x)
    def discard(self,x):
        if x in self.l: self.l.remove(x)
    def __repr__(self): return f'MS({self.l})'
m=MS([1,2,3]); print(m|[4], m&[1], m-[1], m^[1,9], m<=MS([1,2,3,4]), m==MS([3,2,1]), m.isdisjoint([7])); m|=[5]; m-=[1]; m.remove(2); print(m, m.pop()); t(lambda: m.remove(99))
class ML(MutableSequence):
    def __init__(self): self.l=[]
    def __getitem__(self,i): return self.l[i]
    def __setitem__(self,i,v): self.l[i]=v
    def __delitem__(self,i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self,i,v): self.l.insert(i,v)
l=ML(); l.append(1); l.extend([2,3]); l+=[4]; l.reverse(); print(l.l, l.pop(), l.pop(0)); l.remove(3); print(l.l)
class MM(D, MutableMapping):
    def __setitem__(self,k,v): self.d[k]=v
    def __delitem__(self,k): del self.d[k]
mm=MM({}); mm.update(a=1); mm.update({'b':2}); mm.update([('c',3)]); print(mm.setdefault('d',4), mm.pop('a'), mm.popitem(), mm.d); t(lambda: mm.pop('q')); mm.clear(); print(mm.d)
class G(Generator):
    def __init__(self): self.n=0
    def send(self,v):
        self.n+=1
        if self.n>2: raise StopIteration
        return self.n
    def throw(self,*a): raise StopIteration
print(list(G())); G().close()
class It:
    def __iter__(self): return self
    def __next__(self): return 1
print(isinstance(It(),Iterator), isinstance(It(),Iterable))
class NoIter:
    __iter__=None
print(isinstance(NoIter(),Iterable))
print(Iterable[int], Callable[[int,str],bool], Mapping[str,int], Callable[...,int])
class Un:
    __hash__=None
print(isinstance(Un(),Hashable), isinstance([],Hashable))
