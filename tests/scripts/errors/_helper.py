def double(x):
    return x * 2


def inverse(x):
    return 1 / x


def outer(values):
    return [inverse(v) for v in values]
