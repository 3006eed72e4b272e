# match: guards run after the names are bound; a failed one leaves them bound.
def check(n):
    print("checked", n)
    return n > 2


def classify(x):
    match x:
        case n if check(n):
            return f"big {n}"
        case n if n < 0:
            return f"negative {n}"
        case int(m) if (half := m / 2) == 1:
            return f"half of {m} is {half}"
    return f"left with {n}"


print(classify(5), classify(-5), classify(2), classify(1))


def names():
    match (1, 2):
        case (a, b) if a > b:
            pass
        case (c, 3):
            pass
        case _:
            print(a, b, sorted(locals()))


names()
try:
    match 1:
        case x if 1 / 0:
            pass
except ZeroDivisionError as e:
    print(e, x)
