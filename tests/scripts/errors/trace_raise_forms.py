# Carets of raise statements: with a call, over several lines, from another.
# record: stderr
def check(value):
    if not isinstance(value, int):
        raise TypeError(
            f"expected int, "
            f"got {type(value).__name__}"
        ) from ValueError(value)


check(1)
check("one")
