# singledispatch and singledispatchmethod: by the class of the first argument.
import collections.abc
import functools


@functools.singledispatch
def show(x):
    return f"object {x!r}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def show_list(x):
    return f"list of {len(x)}"


@show.register
def _(x: float | str):
    return f"float or str {x}"


@show.register
def _(x: collections.abc.Mapping):
    return "a mapping"


for value in 3, True, [1, 2], 2.5, "s", {"a": 1}, None, (1,), collections.OrderedDict():
    print(show(value))
print(show.dispatch(bool) is show.registry[int], show_list([]), show.__name__, sorted(c.__name__ for c in show.registry))


class Formatter:
    @functools.singledispatchmethod
    def format(self, value):
        return f"any {value}"

    @format.register
    def _(self, value: int):
        return f"int {value}"

    @format.register(str)
    def _(self, value):
        return f"str {value}"


f = Formatter()
print(f.format(1), f.format("x"), f.format(None))
try:
    show()
except TypeError as e:
    print(e)
try:
    show.register(lambda x: 0)
except TypeError as e:
    print(str(e).split("`")[0])
