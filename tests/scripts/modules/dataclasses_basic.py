# dataclasses: __init__, __repr__, comparison, hash, fields, asdict, replace.
from dataclasses import *
from dataclasses import KW_ONLY
Any=int
import dataclasses
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list, repr=False)
    def total(self): return self.x+self.y
p=P(1); print(p, p==P(1), p!=P(2), p.total(), p.z, P(1,2,[3])==p)
t(lambda: P()); t(lambda: P(1,2,3,4)); t(lambda: P(q=1)); t(lambda: P(1,x=1)); t(lambda: hash(p)); t(lambda: p<p)
print([ (f.name,f.type,f.init,f.repr,f.compare,f.hash,f.kw_only) for f in fields(P)])
t(lambda: fields(3)); t(lambda: asdict(P)); t(lambda: astuple(3)); t(lambda: replace(3)); t(lambda: replace(p,q=1))
@dataclass(order=True, frozen=True)
class O:
    a: int
    b: str = field(compare=False, default='q')
o=O(1); print(o<O(2), o<=O(1,'z'), o>O(0), sorted([O(3),O(1),O(2)]), hash(o)==hash((1,)), {o:1}[O(1,'w')])
t(lambda: setattr(o,'a',3)); t(lambda: delattr(o,'a')); t(lambda: setattr(o,'new',3)); t(lambda: o<3); t(lambda: o<P(1)); t(lambda: o==3); t(lambda: O(1)>='a')
