# assert: messages of any kind, evaluated only when it fails.
def note(x):
    print("evaluated", x)
    return x


assert True
assert 1, note("never")
for condition, message in ((0, "text"), ([], 5), (None, None), ("", ("a", "tuple")), (False, ValueError("an exception"))):
    try:
        assert condition, message
    except AssertionError as e:
        print(repr(e), e.args)
try:
    assert 0
except AssertionError as e:
    print(repr(e), str(e) == "")
try:
    assert 1 == 2, note("only now") + "!"
except AssertionError as e:
    print(e)
assert (x := 5) == 5, "walrus"
assert x in (1, 5) and not x < 3, f"{x}"


class Odd:
    def __bool__(self):
        raise KeyError("asked")


try:
    assert Odd(), "unseen"
except KeyError as e:
    print(repr(e))
assert __debug__
print(AssertionError.__mro__[1].__name__)
