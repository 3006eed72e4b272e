# The generators of a chain touched from outside, between the steps of the outermost.
def leaf():
    for i in range(10):
        got = yield f"leaf {i}"
        if got:
            print("leaf got", got)
    return "leaf done"


def middle():
    r = yield from L
    print("middle sees", r)
    yield "middle own"
    return "middle done"


def outer():
    r = yield from M
    print("outer sees", r)
    yield "outer own"


L = leaf()
M = middle()
O = outer()
print(next(O), "|", next(L), "|", next(O), "|", next(M), "|", next(O))
print(O.gi_yieldfrom is M, M.gi_yieldfrom is L, L.gi_yieldfrom, O.gi_running, M.gi_running)
print(M.send("to M"), L.send("to L"), O.send("to O"))
L.close()
print(next(O), M.gi_yieldfrom, O.gi_yieldfrom is M)
print(next(O), O.gi_yieldfrom, M.gi_frame)
print(next(O, "end"))

L, M, O = leaf(), middle(), outer()
print("closing the middle")
next(O)
M.close()
print(next(L, "leaf closed too"))
print(next(O))
print(next(O, "end"))

L, M, O = leaf(), middle(), outer()
print("exhausting the leaf from outside")
print(next(O), list(L))
print(next(O))

L, M, O = leaf(), middle(), outer()
print("throwing into the middle")
next(O)
try:
    M.throw(KeyError("m"))
except KeyError as e:
    print(repr(e), next(L, "L done"), next(M, "M done"))
print(next(O))

L, M = leaf(), middle()


def two(name):
    print(name, "gets", (yield from M))


A, B = two("A"), two("B")
print("two outer generators share one middle")
print(next(A), next(B), next(A), next(B))
L.close()
print(next(B))
try:
    next(A)
except StopIteration:
    print("A stopped")
try:
    next(B)
except StopIteration:
    print("B stopped")
