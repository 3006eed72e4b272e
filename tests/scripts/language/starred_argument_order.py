# f(*items, ...) iterates over its only starred argument when all the others are computed.
class Items:
    def __iter__(self):
        print("iterated")
        return iter([1])


class Mapping:
    def keys(self):
        print("keys")
        return ["a"]

    def __getitem__(self, key):
        print("item")
        return 2


def computed(x):
    print("computed", x)
    return x


def f(*args, **keywords):
    return args, keywords


def show(call):
    try:
        print(call())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


show(lambda: f(*5, a=1, **{"a": 1}))
show(lambda: f(*5, **7))
show(lambda: f(*5, a=computed(2)))
show(lambda: f(*5, **Mapping()))
show(lambda: f(*Items(), **Mapping()))
show(lambda: f(*Items(), a=computed(2)))
show(lambda: f(*(print("ran") for _ in [1]), b=computed(3), **Mapping()))
show(lambda: f(*(1 / 0 for _ in [1]), a=1, **{"a": 1}))
show(lambda: len(*Items(), **Mapping()))
show(lambda: [None][0](*Items(), **Mapping()))
# With more positional arguments it is iterated over at once.
show(lambda: f(0, *Items(), a=computed(2)))
show(lambda: f(*Items(), *computed([5]), **Mapping()))


def rebound(items):
    return f(*items, a=(items := "new"))


print(rebound("old"))
