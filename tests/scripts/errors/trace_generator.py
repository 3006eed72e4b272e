# Tracebacks through generators and yield from.
# record: stderr
def inner():
    yield 1
    raise ValueError("inner failed")


def middle():
    yield from inner()


def outer():
    for x in middle():
        yield x * 10


def consume():
    for value in outer():
        print(value)


consume()
