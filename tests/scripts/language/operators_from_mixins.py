# A native type first, a mixin behind it: operators that only the mixin has are found, and so is its __bool__.
class Mixin:
    def __divmod__(self, other):
        return "divmod", other

    def __matmul__(self, other):
        return "matmul", other

    def __add__(self, other):
        return "mixin add"

    def __neg__(self):
        return "neg"

    def __bool__(self):
        print("bool", end=" ")
        return False

    def __lt__(self, other):
        return "lt"

    def __setattr__(self, name, value):
        print("set", name, end=" ")
        object.__setattr__(self, name, value)


def attempt(name, use, x):
    try:
        print(name, use(x))
    except Exception as error:
        print(name, type(error).__name__, error)


for base in (str, list, dict, int, float, tuple, set, bytes, bytearray, Exception):
    cls = type("Derived_" + base.__name__, (base, Mixin), {})
    x = cls()
    print(cls.__name__)
    attempt("  divmod", lambda x: divmod(x, 2), x)
    attempt("  matmul", lambda x: x @ 2, x)
    attempt("  add", lambda x: x + x, x)
    attempt("  neg", lambda x: -x, x)
    attempt("  bool", bool, x)
    attempt("  lt", lambda x: x < x, x)
    x.attribute = 1
    print()
print([t.__name__ for t in (list, dict, str, bytes, bytearray, tuple, set, range, int, float, bool) if hasattr(t, "__bool__")])
