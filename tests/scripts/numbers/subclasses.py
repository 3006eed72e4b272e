# Subclasses of int with long values; bool; int.__new__.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class I(int):
    tag = "mine"


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


show(lambda: (I(10**30), I(10**30) + 1, type(I(10**30) + 1).__name__, repr(I(-10**30)), -I(10**30)))
show(lambda: (I(10**30) == 10**30, hash(I(10**30)) == hash(10**30), {I(2**70): 1}[2**70], I(10**30) > 10**29))
show(lambda: (I('123456789012345678901234567890'), I('z' * 20, 36), I(1e25), I.from_bytes(b'\x01' * 10, 'big'), type(I.from_bytes(b'1')).__name__))
show(lambda: (int(I(10**30)), type(int(I(10**30))).__name__, float(I(10**30)), f'{I(10**30):,}', '%x' % I(10**30)))
show(lambda: (I(10**30) // I(7), I(10**30) % 7, divmod(I(2**70), 10), I(2) ** 100, I(1) << 70, ~I(10**30), I(10**30) & 0xff))
show(lambda: (I(10**30).bit_length(), I(10**30).tag, I(3) * 'ab'))
show(lambda: (Index() + 0 if False else [10, 20, 30][Index(1)], hex(Index(10**30)), range(Index(10**30)), int(Index(10**30)), float(Index(10**30))))
show(lambda: [1][Index(10**30)])
show(lambda: hex(Index('x')))
show(lambda: (True + 10**30, True << 70, True - 2**62, -True, ~True, True / 2, True ** -1, True & 10**30))
show(lambda: (True + True, sum([True] * 5), True * 3.5, divmod(True, 2), True < 10**30, hash(True), int(True), round(True)))
show(lambda: (int.__new__(I, 10**30), type(int.__new__(I)).__name__))
show(lambda: int.__new__(str))
show(lambda: int.__new__())
show(lambda: int.__new__(5))
show(lambda: int.__new__(bool, 1))
show(lambda: int([]))
show(lambda: int(None))
show(lambda: int('5', 1))
show(lambda: int(base=10))
show(lambda: int(5, 5))
show(lambda: int(x=5))
show(lambda: (bool(10**30), bool.__new__(bool, 0)))
