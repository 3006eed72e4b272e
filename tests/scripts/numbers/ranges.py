# Ranges beyond the word.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: (range(10**30), range(10**30, 10**31, 10**29)))
show(lambda: (len(range(2**62)), len(range(-2**62, 2**62 - 1))))
show(lambda: len(range(10**30)))
show(lambda: (list(range(10**30, 10**30 + 3)), list(range(2**62 - 2, 2**62 + 2))))
show(lambda: (list(range(10**30, 0, -4 * 10**29)), list(reversed(range(10**30, 10**30 + 3)))))
show(lambda: (range(10**30)[10**29], range(10**30)[-1], range(0, 10**30, 7)[3]))
show(lambda: range(10**30)[10**30])
show(lambda: (range(10**30)[10**29:2 * 10**29:3], range(10)[::10**30], range(10)[:-10**30:-1]))
show(lambda: (10**29 in range(10**30), -1 in range(10**30), 14 in range(0, 10**30, 7), 15 in range(0, 10**30, 7)))
show(lambda: (1.5 in range(3), 10**30 in range(5), 2.0 in range(3)))
show(lambda: (range(10**30).index(12345), range(0, 10**30, 10**10).index(10**20), range(10**30).count(5)))
show(lambda: range(10**30).index(-3))
show(lambda: (range(0, 10**30, 10**30) == range(0, 1), range(10**30) == range(10**30 + 1), range(5, 5) == range(10**30, 0)))
show(lambda: (range(10**30).start, range(10**30).stop, range(3, 10**30, 2**70).step))
show(lambda: (bool(range(10**30)), bool(range(10**30, 0))))
show(lambda: hash(range(10**30)) == hash(range(0, 10**30, 1)))
show(lambda: range(1.0))
show(lambda: range(10**30, 0, 0))
show(lambda: [x for x in zip(range(10**30), range(10**30, 0, -1))][:0] if False else next(iter(range(2**64, 2**65))))
show(lambda: (type(iter(range(10**30))).__name__, type(iter(range(10))).__name__))
show(lambda: list(enumerate('ab', 10**30)))
show(lambda: (slice(None, None, None).indices(10**30), slice(-5, None).indices(10**30), slice(None, None, -1).indices(10**30)))
show(lambda: slice(1, 2).indices(-10**30))
