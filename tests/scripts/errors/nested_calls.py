# An uncaught exception below several calls.
# record: stderr
def first(x):
    print("first", x)
    return second(x) + 1


def second(x):
    y = x - 5
    return third(x, y)


def third(a, b):
    return a / b


print(first(6))
print(first(5))
print("never")
