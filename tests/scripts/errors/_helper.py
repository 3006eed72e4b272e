def double(x):
    return x * 2


def inverse(x):
    return 1 / x


def outer(values):
    for v in values:
        inverse(v)
