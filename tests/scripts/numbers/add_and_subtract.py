# Sums that leave the word and come back.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


show(lambda: 2**62 - 1 + 1)
show(lambda: -2**62 - 1)
show(lambda: 4611686018427387903 + 4611686018427387904)
show(lambda: 2**64 - 2**64)
show(lambda: 2**64 - 2**64 + 5)
show(lambda: -(2**62))
show(lambda: -(-2**62))
show(lambda: abs(-10**30))
show(lambda: +10**30)
show(lambda: 10**30 + True)
show(lambda: 10**30 - 1.5)
show(lambda: 10**40 - 10**40 + 1)
show(lambda: sum([2**62, 2**62, -2**63, 7]))
