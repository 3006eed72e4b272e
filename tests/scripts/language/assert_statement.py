# assert: its message is any expression, evaluated only on failure.
def msg(text):
    print("message evaluated")
    return text


assert True
assert 1, msg("not evaluated")
for cond in (0, "", None, [], False):
    try:
        assert cond
    except AssertionError as e:
        print(repr(e), e.args, str(e) == "")
try:
    assert False, msg("evaluated")
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert 1 == 2, (1, 2)
except AssertionError as e:
    print(repr(e), e.args, e)
try:
    assert not [1], ["list"]
except AssertionError as e:
    print(repr(e))
try:
    assert (1, "always true tuple")[0] == 2, f"got {1 + 1}"
except AssertionError as e:
    print(e)


def check(n):
    assert n > 0, "n must be positive, not %d" % n
    assert isinstance(n, int), type(n)
    return n


for n in (5, -1, 2.5):
    try:
        print(check(n))
    except AssertionError as e:
        print("failed:", e)
try:
    try:
        assert False, "inner"
    finally:
        print("finally")
except AssertionError as e:
    print("outer", e)
print(issubclass(AssertionError, Exception), AssertionError.__mro__[1].__name__)
try:
    assert None, 1 / 0
except Exception as e:
    print(type(e).__name__, e)
