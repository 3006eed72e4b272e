import _mod_a
from _mod_a import value as from_a

print("running", __name__, _mod_a.value)


def twice(x):
    return _mod_a.function(x) * 2
