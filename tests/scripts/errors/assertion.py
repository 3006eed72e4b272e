# An assertion without a message, then one with.
# record: stderr
def check(x):
    assert x > 0, f"x must be positive, not {x}"
    assert x != 5
    return x


for n in (1, -1, 5):
    try:
        print(check(n))
    except AssertionError as e:
        print(repr(e))
check(-7)
