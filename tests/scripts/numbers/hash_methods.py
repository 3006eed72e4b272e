# What __hash__ returns may be a long int.


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class H:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n


show(lambda: hash(H(10**30)))
show(lambda: hash(H(2**63)))
show(lambda: hash(H(-1)))
show(lambda: hash(H(2**62)))
show(lambda: hash(H(1.5)))
