# Equal numbers hash alike, whatever their size and type.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: [hash(2**n) for n in (60, 61, 62, 63, 64, 100, 122)])
show(lambda: (hash(2**61 - 1), hash(2**61 - 2), hash(2**61)))
show(lambda: (hash(-2**61), hash(-2**61 + 1), hash(-2**62)))
show(lambda: hash(10**30) == hash(1e30 // 1))
show(lambda: hash(2**100) == hash(2.0**100))
show(lambda: (hash(-10**50), hash(10**50)))
show(lambda: hash((10**30, -10**30)))
show(lambda: {10**30: 'a', 2**64: 'b'}[int('1' + '0' * 30)])
show(lambda: {2**64, 2.0**64, 2**64 + 1} == {2**64, 2**64 + 1})
show(lambda: hash(range(10**30)))
show(lambda: list(set([10**20, 10**21, 10**22, 7, 2**70])))
