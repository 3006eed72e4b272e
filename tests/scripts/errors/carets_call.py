# Caret ranges: the call that failed among several, with arguments.
# record: stderr
def square(x):
    return x * x


def apply(f, *args):
    return f(*args)


print(square(apply(square, 3)) + apply(square, 2))
print(square(2) + apply(square, 1, 2) + square(3))
