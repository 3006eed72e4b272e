# enum: Flag and IntFlag, their look, operators and boundaries.
from enum import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class P(Flag):
    R=1
    W=2
    X=4
    RW=3
for x in [P.R, P.RW, P(0), P(7), ~P.R, P.R^P.X, P(5)]: print(repr(x), str(x), f'{x}', x.name, x.value, list(x), len(x), bool(x))
print(list(P), len(P), list(reversed(P)), P.__members__)
t(lambda: P(8)); t(lambda: P(-1)); t(lambda: P('a')); t(lambda: P.R|1); t(lambda: P.R|'a'); t(lambda: 1 in P.R); t(lambda: P.R in P.RW); t(lambda: 'a' in P)
t(lambda: 1 in P); t(lambda: P(-9))
class Q(IntFlag):
    R=1
    W=2
    X=4
    RW=3
for x in [Q.R, Q.RW, Q(0), Q(7), ~Q.R, Q.R^Q.X, Q(5), Q(9), Q(16), Q.R|8, 8|Q.R, Q(-1), Q.R+1]: 
    print(repr(x), str(x), f'{x}', '%s'%x)
t(lambda: Q('a')); t(lambda: Q.R|'a'); t(lambda: 1 in Q.R); t(lambda: Q(9).name); t(lambda: ~Q(9)); t(lambda: list(Q(9))); t(lambda: Q(-9)); t(lambda: len(Q(9)));
class St(Flag, boundary=CONFORM):
    A=1
    B=2
print(St(5), St.A)
class Ej(Flag, boundary=EJECT):
    A=1
    B=2
print(Ej(5), Ej.A)
class Ke(Flag, boundary=KEEP):
    A=1
    B=2
print(Ke(5), Ke.A, ~Ke(5), repr(Ke(5)), repr(~Ke(4)))
class Z(Flag):
    A=auto()
    B=auto()
    C=A|B
    D=auto()
    N=0
print(list(Z), Z.C, Z.N, Z(0), repr(Z.N), Z.__members__, Z.D.value)