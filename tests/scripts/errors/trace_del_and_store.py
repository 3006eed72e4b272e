# del of a missing key inside a finally that runs during an exception.
# record: stderr
cache = {"a": 1}


def drop(key):
    try:
        raise ValueError(key)
    finally:
        del cache[key]


try:
    drop("a")
except ValueError as e:
    print(repr(e), cache)
drop("b")
