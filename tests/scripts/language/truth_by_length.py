# bool() of what derives from a built-in container: an overridden __len__ decides, unless there is a __bool__.
def derive(base, **methods):
    return type("Derived", (base,), methods)


for base in (list, dict, str, tuple, set, bytes, bytearray, int, float):
    one = derive(base, __len__=lambda self: 1)()
    none = derive(base, __len__=lambda self: 0)
    none = none([(1, 2)]) if base in (list, dict, tuple, set) else none(b"ab") if base in (bytes, bytearray) else none("12")
    both = derive(base, __len__=lambda self: 1, __bool__=lambda self: False)()
    print(base.__name__, bool(one), bool(none), bool(both), not none, 1 if none else 2)
for length in (-1, "x", None, 2 ** 70, 1.5):
    try:
        print(bool(derive(list, __len__=lambda self: length)()))
    except Exception as error:
        print(type(error).__name__, error)
print(str(derive(bytes, __repr__=lambda self: "own repr")(b"ab")), repr(derive(bytes, __repr__=lambda self: "own repr")()))
