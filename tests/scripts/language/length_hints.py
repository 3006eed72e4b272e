# Who makes a list of an object asks for its length first: __len__, then __length_hint__; what is wrong there is told.
class Counted:
    def __init__(self, length, hint=None):
        self.length, self.hint = length, hint

    def __iter__(self):
        print("iter", end=" ")
        return iter("ab")

    def __len__(self):
        print("len", end=" ")
        if isinstance(self.length, Exception):
            raise self.length
        return self.length

    def __length_hint__(self):
        print("hint", end=" ")
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


def attempt(name, use, x):
    try:
        print(name, use(x))
    except Exception as error:
        print(name, type(error).__name__, error)


def join(x):
    return ",".join(x)


def star(x):
    return [*x]


def star_call(x):
    return print("call", *x)


def unpack(x):
    first, *rest = x
    return first, rest


USES = {"list": list, "tuple": tuple, "sorted": sorted, "join": join, "star": star, "call": star_call, "unpack": unpack,
        "extend": [1].extend, "set": set().update, "dict": dict.fromkeys, "max": max, "any": any, "bytes": bytes}
for name, use in USES.items():
    attempt(name, use, Counted(2))
for length, hint in [(-1, 2), (TypeError("no length"), 2), (ValueError("bad length"), 2), (TypeError(), -5),
                     (TypeError(), "x"), (TypeError(), NotImplemented), (TypeError(), TypeError("no hint")),
                     (TypeError(), KeyError("bad hint")), (2 ** 70, 1), ("x", 1)]:
    attempt(f"{length!r} {hint!r}", list, Counted(length, hint))
