# Indices, slices and repetitions that fit nowhere.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class L:
    def __len__(self):
        return 10**30


show(lambda: [1, 2][10**30])
show(lambda: (1, 2)[-10**30])
show(lambda: 'ab'[10**30])
show(lambda: b'ab'[10**30])
show(lambda: ([1, 2, 3][10**30:], [1, 2, 3][-10**30:10**30], [1, 2, 3][::10**30], [1, 2, 3][::-10**30]))
show(lambda: ('abc'[-10**30:2], (1, 2, 3)[:10**30], b'abc'[1:10**30]))
show(lambda: [1] * 10**30)
show(lambda: 'a' * -10**30)
show(lambda: () * 10**30)
show(lambda: [].pop(10**30))
show(lambda: [].insert(10**30, 1))
show(lambda: 'a'.center(10**30))
show(lambda: 'a,b'.split(',', 10**30))
show(lambda: 'abc'.find('c', -10**30, 10**30))
show(lambda: bytes(10**30))
show(lambda: bytes([10**30]))
show(lambda: bytes([-10**30]))
show(lambda: 10**30 in b'ab')
show(lambda: chr(10**30))
show(lambda: chr(-10**30))
show(lambda: 'a'.expandtabs(10**30))
show(lambda: len(L()))
show(lambda: [0].index(0, -10**30, 10**30))
