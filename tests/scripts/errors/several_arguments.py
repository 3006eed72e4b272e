# An exception with several arguments prints them as a tuple.
# record: stderr
def f(*args):
    raise ValueError(*args)


for args in ((), (1,), (None,), ("",)):
    try:
        f(*args)
    except ValueError as e:
        print(repr(e), [str(e)])
f("one", 2, [3])
