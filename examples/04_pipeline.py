"""Generators as a pipeline: each stage takes from the one before it, one value at a time.

Look at the order of the lines: nothing is computed ahead of need. The loop stops early, and so the endless
`numbers` below it makes no fourth.
"""


def numbers():
    n = 0
    try:
        while True:
            print("    numbers:", n)
            yield n
            n += 1
    finally:
        print("    numbers: closed at", n)


def evens(source):
    for n in source:
        if n % 2 == 0:
            yield n


def squares(source):
    for n in source:
        print("  squares:", n, "->", n * n)
        yield n * n


source = numbers()
pipeline = squares(evens(source))
for count, value in enumerate(pipeline, 1):
    print("took", value)
    if count == 3:
        break
source.close()

print(sum(n * n for n in range(10) if n % 2 == 0))
