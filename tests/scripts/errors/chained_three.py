# A chain of causes and contexts, three deep, from different functions.
# record: stderr
def one():
    raise ValueError("one")


def two():
    try:
        one()
    except ValueError:
        raise KeyError("two")


def three():
    try:
        two()
    except KeyError as e:
        raise RuntimeError("three") from e


def four():
    try:
        three()
    finally:
        raise OSError("four, in finally")


four()
