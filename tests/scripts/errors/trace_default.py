# An exception while a default value or an annotation is evaluated.
# record: stderr
def fine(a=1 + 1, b: int = 2):
    return a + b


print(fine())


def broken(a, b=1 // 0):
    return a
