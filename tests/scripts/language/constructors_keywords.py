# Keywords for the constructors of built-in types, and of classes derived from them with and without __init__.
def attempt(cls, *args, **keywords):
    try:
        print(cls.__name__, args, keywords, "->", repr(cls(*args, **keywords)))
    except Exception as error:
        print(cls.__name__, args, keywords, type(error).__name__ + ":", error)


for cls in (tuple, frozenset, set, list, float, dict, type, bool, range, int, str):
    attempt(cls, x=1)
    attempt(cls, 5, x=1)


def plain(base):
    return type("Plain_" + base.__name__, (base,), {})


def with_init(base):
    def __init__(self, *args, **keywords):
        print("init", args, keywords, end=" ")
    return type("Init_" + base.__name__, (base,), {"__init__": __init__})


def with_new(base):
    def __new__(cls, *args, **keywords):
        print("new", args, keywords, end=" ")
        return base.__new__(cls)
    return type("New_" + base.__name__, (base,), {"__new__": __new__})


for base in (tuple, frozenset, float, list, set):
    for derive in (plain, with_init, with_new):
        attempt(derive(base), x=1)
for base in (tuple, frozenset, float):
    attempt(with_init(base), "1", x=1)
    attempt(with_init(base), "1", "2", x=1)
attempt(plain(set), [1], [2])
